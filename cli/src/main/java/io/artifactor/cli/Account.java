package io.artifactor.cli;

/**
 * Who is signed in where.
 *
 * @param token the secret; {@link #toString} does not show it
 * @param tokenId by which the server can be asked to revoke it
 * @param deviceToken by which the server knows this device again; may be empty
 */
record Account(
        ServerAddress server, String username, String token, String tokenId, String deviceToken) {

    @Override
    public String toString() {
        return username + " at " + server;
    }
}
