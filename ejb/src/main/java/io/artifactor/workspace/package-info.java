/**
 * Workspaces, memberships and roles: where things live and who may reach them.
 *
 * <p>{@link io.artifactor.workspace.Workspaces} is the door. Every user has a personal workspace,
 * made by an observer of {@link io.artifactor.identity.UserCreated} inside the transaction that
 * creates the user, so that identity need not know this package. May call identity, outbox, cache
 * and problem.
 */
@NullMarked
package io.artifactor.workspace;

import org.jspecify.annotations.NullMarked;
