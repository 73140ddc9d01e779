/**
 * How many requests somebody may send: token buckets, counted among all nodes in Redis where there
 * is one. Without it each server counts for itself, but attempts to sign in, which all count in
 * PostgreSQL: guessing passwords must not pay more where there are more servers.
 *
 * <p>{@link io.artifactor.limit.RequestLimits} is the door. May call cache, for its line to Redis.
 */
@NullMarked
package io.artifactor.limit;

import org.jspecify.annotations.NullMarked;
