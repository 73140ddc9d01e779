/**
 * Realms elsewhere: a directory (LDAP), OpenID Connect, SAML. The container checks what they say;
 * here people they vouch for get an account, the roles and workspaces their groups stand for, and a
 * sign-in.
 *
 * <p>Doors: {@link io.artifactor.realm.RealmSignIn} for those who sign in, {@link
 * io.artifactor.realm.GroupMappings} and {@link io.artifactor.realm.RealmIdentities} for
 * administrators. A person is known by what their realm calls them for ever, never by a name or an
 * address: whoever comes with those of an account waits until an administrator has linked them, or
 * the account's owner by a letter ({@link io.artifactor.realm.AccountLinks}). API clients with
 * tokens of a provider are found by {@link io.artifactor.realm.RealmTokens}. May call cache,
 * problem, paging, identity and workspace.
 */
@NullMarked
package io.artifactor.realm;

import org.jspecify.annotations.NullMarked;
