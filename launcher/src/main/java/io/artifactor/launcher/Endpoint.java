package io.artifactor.launcher;

/** Where a service of the stack is and how to get in. */
public record Endpoint(String url, String user, String password) {
    @Override
    public String toString() {
        return user + " at " + url;
    }
}
