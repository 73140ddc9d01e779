package io.artifactor.identity;

import java.util.UUID;

/**
 * What is kept of a security key to check what it signs.
 *
 * @param credential its id, in base64url
 * @param publicKey in COSE, in base64url
 * @param model of the authenticator, as far as it tells (AAGUID)
 * @param signCount how often it had signed when it was used last, or zero of one that does not
 *     count
 * @param backupEligible whether it can be copied
 * @param backedUp whether it was, when it was used last
 */
record StoredKey(
        String credential,
        String publicKey,
        UUID model,
        long signCount,
        boolean backupEligible,
        boolean backedUp) {}
