/**
 * Users, credentials, tokens, the caller, and the audit log.
 *
 * <p>Only hashes of secrets are stored. Every other feature receives a {@link
 * io.artifactor.identity.Caller} and asks nothing else about who is there. May call problem and
 * outbox.
 */
@NullMarked
package io.artifactor.identity;

import org.jspecify.annotations.NullMarked;
