/**
 * Full text over artifacts and conversations.
 *
 * <p>Elasticsearch answers; PostgreSQL does when it is away, and says so. Both are fed through the
 * outbox, each by its own reader, and both hold in every document the tokens of those who may read
 * it: permission is a filter of the query, so hits, counts and highlights agree. May call
 * conversation, artifact and what they may call, and trust. Only this package knows Elasticsearch.
 */
@NullMarked
package io.artifactor.search;

import org.jspecify.annotations.NullMarked;
