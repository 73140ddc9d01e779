package io.artifactor.limit;

/**
 * Who is held to how much.
 *
 * @param kind what is counted, such as {@code sign-in}
 * @param who a user's name or an address; no secret
 * @param always whether it counts among all nodes even without Redis, at the price of a short
 *     transaction
 */
public record Counted(String kind, String who, int perMinute, boolean always) {

    /** The limit is part of it: where it is changed, counting begins anew. */
    String key() {
        return kind + ' ' + perMinute + ' ' + who;
    }
}
