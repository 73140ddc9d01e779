package io.artifactor.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is true of a document beside its words.
 *
 * @param owner the name to sign in with, in lower case; null for a conversation
 * @param size of its content in bytes
 */
record SearchFacts(
        @Nullable String kind,
        @Nullable String language,
        String source,
        @Nullable UUID conversation,
        @Nullable String owner,
        long size,
        Instant createdAt,
        Instant updatedAt) {}
