package io.artifactor.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One port that is about to be used: by whom, and by which setting it is changed. */
record PortUse(String purpose, String host, int port, String setting) {

    /** The ports the given parts will listen on. */
    static List<PortUse> of(Addresses addresses, Set<Part> parts) {
        List<PortUse> uses = new ArrayList<>();
        if (parts.contains(Part.SERVER)) {
            String host = addresses.onAllInterfaces() ? "0.0.0.0" : addresses.httpHost();
            uses.add(
                    new PortUse(
                            "the web address",
                            host,
                            addresses.httpPort(),
                            "--port or ARTIFACTOR_HTTP_PORT"));
            Integer https = addresses.httpsPort();
            if (https != null) {
                uses.add(new PortUse("HTTPS", host, https, "ARTIFACTOR_HTTPS_PORT"));
            }
        }
        if (parts.contains(Part.DATABASE)) {
            uses.add(
                    new PortUse(
                            "PostgreSQL",
                            Addresses.LOOPBACK,
                            addresses.databasePort(),
                            "--db-port or ARTIFACTOR_DB_PORT"));
        }
        if (parts.contains(Part.ELASTICSEARCH)) {
            uses.add(
                    new PortUse(
                            "Elasticsearch",
                            Addresses.LOOPBACK,
                            addresses.elasticsearchPort(),
                            "--es-port or ARTIFACTOR_ES_PORT"));
        }
        return uses;
    }

    /**
     * Refuses to go on when one of the ports is wanted twice or already taken: nothing has been
     * started by then.
     */
    static void requireFree(List<PortUse> uses) {
        Map<Integer, PortUse> byPort = new HashMap<>();
        for (PortUse use : uses) {
            PortUse other = byPort.put(use.port, use);
            if (other != null) {
                throw new StartFailure(
                        "Port %d is set for %s and for %s. Change one of them: %s."
                                .formatted(use.port, other.purpose, use.purpose, use.setting));
            }
            use.requireFree();
        }
    }

    private void requireFree() {
        InetAddress address = address();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        } catch (IOException e) {
            throw new StartFailure(
                    "Port %d, wanted for %s on %s, cannot be used: %s. Choose another with %s, or stop what holds it."
                            .formatted(port, purpose, host, e.getMessage(), setting),
                    e);
        }
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new StartFailure(
                    "The host "
                            + host
                            + " is not known to this machine (--host or ARTIFACTOR_HTTP_HOST).",
                    e);
        }
    }
}
