/**
 * The transactional outbox: what happened is written in the transaction in which it happened, one
 * row per reader, and handed to each reader afterwards in a transaction of its own.
 *
 * <p>A row is deleted when its reader has read it; a cursor over ids would lose events where
 * transactions overlap. One node at a time serves a reader, so a reader never puts an older state
 * over a newer one. May call problem.
 */
@NullMarked
package io.artifactor.outbox;

import org.jspecify.annotations.NullMarked;
