package io.artifactor.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A server under a name, as the configuration file describes it.
 *
 * @param known whether the file has it
 * @param workspace the id of the workspace that is meant there
 * @param tokenFile a file with the token for that server, instead of signing in
 */
record Profile(
        String name,
        boolean known,
        Optional<ServerAddress> server,
        Optional<String> workspace,
        Optional<Path> tokenFile) {

    /** The one that counts when nobody names another. */
    static final String USUAL = "default";

    static Profile unknown(String name) {
        return new Profile(name, false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean isUsual() {
        return name.equals(USUAL);
    }
}
