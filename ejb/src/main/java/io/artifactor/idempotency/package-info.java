/**
 * Remembers what a request that named itself was answered, so that a client that never saw the
 * answer can send it again without doing twice what it asks for.
 *
 * <p>A key belongs to its user. It is taken in a transaction of its own before the request does
 * anything, and given its answer in another after: whoever comes in between, or after the server
 * fell over in between, is told to wait rather than let through. May call problem and identity.
 */
@NullMarked
package io.artifactor.idempotency;

import org.jspecify.annotations.NullMarked;
