/**
 * Users, credentials, tokens, the caller, and the audit log.
 *
 * <p>Doors: {@link io.artifactor.identity.SignIn}, {@link io.artifactor.identity.Accounts}, {@link
 * io.artifactor.identity.PersonalTokens}, {@link io.artifactor.identity.Sessions}, {@link
 * io.artifactor.identity.Devices}, {@link io.artifactor.identity.SecondFactors}, {@link
 * io.artifactor.identity.SecurityKeys}, {@link io.artifactor.identity.SigningKeys}, {@link
 * io.artifactor.identity.PasswordReset}, {@link io.artifactor.identity.AuditLog} and {@link
 * io.artifactor.identity.AuditTrail}; {@link io.artifactor.identity.Authentication} says for an
 * edge who a token stands for. {@link io.artifactor.identity.LinkKeys} makes and checks what opens
 * a link to something shared. Every other feature receives a {@link io.artifactor.identity.Caller}
 * and asks nothing else about who is there.
 *
 * <p>Only hashes of secrets are stored: Argon2id for what people think up, SHA-256 for what is
 * random. Passwords are checked outside of transactions, because that is slow on purpose. What
 * concerns one user's sign-ins locks that user's row, what concerns who administers locks all
 * accounts. Users are deactivated, never deleted.
 *
 * <p>Tells others by {@link io.artifactor.identity.UserCreated}. May call problem, health, paging,
 * cache, outbox and trust.
 */
@NullMarked
package io.artifactor.identity;

import org.jspecify.annotations.NullMarked;
