package io.artifactor.cli;

/**
 * Who is signed in where.
 *
 * @param token the secret; {@link #toString} does not show it
 * @param tokenId by which the server can be asked to revoke it
 */
record Account(ServerAddress server, String username, String token, String tokenId) {

    @Override
    public String toString() {
        return username + " at " + server;
    }
}
