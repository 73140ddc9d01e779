package io.artifactor.launcher;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the command line and the environment; the command line wins. */
final class Options {
    private static final Map<String, String> VARIABLE_OF_OPTION =
            Map.of(
                    "--port", "ARTIFACTOR_HTTP_PORT",
                    "--host", "ARTIFACTOR_HTTP_HOST",
                    "--data", "ARTIFACTOR_DATA",
                    "--db-port", "ARTIFACTOR_DB_PORT",
                    "--es-port", "ARTIFACTOR_ES_PORT");

    private final Map<String, String> values;
    private boolean servicesOnly;

    private Options(Map<String, String> environment) {
        values = new HashMap<>(environment);
    }

    static Settings read(
            List<String> arguments, Map<String, String> environment, Installation installation) {
        Options options = new Options(environment);
        options.readArguments(arguments);
        return options.settings(installation);
    }

    private void readArguments(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--services-only")) {
                servicesOnly = true;
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String variable = VARIABLE_OF_OPTION.get(name);
            if (variable == null) {
                throw new StartFailure("Unknown option " + argument + ". See ./start --help.");
            }
            if (equals >= 0) {
                values.put(variable, argument.substring(equals + 1));
            } else if (i + 1 < arguments.size()) {
                values.put(variable, arguments.get(++i));
            } else {
                throw new StartFailure(
                        "The option " + name + " needs a value. See ./start --help.");
            }
        }
    }

    private Settings settings(Installation installation) {
        Integer https = values.containsKey("ARTIFACTOR_HTTPS_PORT") ? httpsPort() : null;
        try {
            Addresses addresses =
                    new Addresses(
                            value("ARTIFACTOR_HTTP_HOST", Addresses.LOOPBACK),
                            port("ARTIFACTOR_HTTP_PORT", 8080),
                            https,
                            port("ARTIFACTOR_DB_PORT", 15432),
                            port("ARTIFACTOR_ES_PORT", 19200));
            ServerOptions server =
                    new ServerOptions(value("ARTIFACTOR_HEAP", "512m"), List.of(), Map.of());
            return new Settings(installation, data(installation), addresses, server, parts());
        } catch (IllegalArgumentException e) {
            throw new StartFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private Path data(Installation installation) {
        String given = value("ARTIFACTOR_DATA", "");
        if (given.isEmpty()) {
            return installation.home().resolve("data");
        }
        return Path.of(given);
    }

    /** Real servers named in the environment take the place of the embedded ones. */
    private Set<Part> parts() {
        Set<Part> parts = EnumSet.allOf(Part.class);
        if (servicesOnly) {
            parts.remove(Part.SERVER);
        }
        if (!value("ARTIFACTOR_DB_URL", "").isEmpty()) {
            parts.remove(Part.DATABASE);
        }
        if (!value("ARTIFACTOR_ES_URL", "").isEmpty()) {
            parts.remove(Part.ELASTICSEARCH);
        }
        if (parts.isEmpty()) {
            throw new StartFailure(
                    "--services-only has nothing to start: ARTIFACTOR_DB_URL and ARTIFACTOR_ES_URL are both set.");
        }
        return parts;
    }

    private @Nullable Integer httpsPort() {
        String value = value("ARTIFACTOR_HTTPS_PORT", "");
        return value.isEmpty() || value.equals("-1") ? null : port("ARTIFACTOR_HTTPS_PORT", -1);
    }

    private String value(String variable, String otherwise) {
        String value = values.getOrDefault(variable, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private int port(String variable, int otherwise) {
        String value = value(variable, String.valueOf(otherwise));
        try {
            int port = Integer.parseInt(value);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message for every value that is not a port
        }
        throw new StartFailure(variable + " must be a port from 1 to 65535 and is " + value + ".");
    }
}
