package io.artifactor.identity;

import java.util.UUID;

/**
 * The password of a link, as it is kept.
 *
 * @param link whose it is
 * @param version counts the link's passwords, so that a ticket is over with the one it was given
 *     for
 * @param hash of the password
 */
public record LinkLock(UUID link, int version, String hash) {

    @Override
    public String toString() {
        return "LinkLock[" + link + ", " + version + "]";
    }
}
