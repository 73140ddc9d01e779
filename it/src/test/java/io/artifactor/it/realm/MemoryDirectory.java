package io.artifactor.it.realm;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import java.net.InetAddress;

/** A directory in the memory of the tests, where no OpenLDAP is installed. */
final class MemoryDirectory implements DirectoryServer {

    private final InMemoryDirectoryServer server;

    MemoryDirectory() throws LDAPException {
        InMemoryDirectoryServerConfig config =
                new InMemoryDirectoryServerConfig(TestingDirectory.BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "loopback",
                        InetAddress.getLoopbackAddress(),
                        TestingKeycloak.freePort(),
                        null));
        server = new InMemoryDirectoryServer(config);
        start();
    }

    @Override
    public int port() {
        return server.getListenPort();
    }

    @Override
    public void change(Change change) throws LDAPException {
        change.apply(server);
    }

    @Override
    public void start() throws LDAPException {
        server.startListening();
    }

    @Override
    public void stop() {
        server.shutDown(true);
    }
}
