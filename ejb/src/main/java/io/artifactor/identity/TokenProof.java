package io.artifactor.identity;

import java.time.Instant;

/**
 * A proof that was found sound, and may have been used before.
 *
 * @param id what it is known by, and no other of the same key
 * @param end from when on it is sound nowhere any more
 */
record TokenProof(String id, Instant end) {}
