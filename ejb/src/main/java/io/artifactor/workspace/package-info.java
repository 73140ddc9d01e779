/**
 * Workspaces, memberships and roles: where things live and who may reach them.
 *
 * <p>{@link io.artifactor.workspace.Workspaces} is the door for features that keep things in
 * workspaces; {@link io.artifactor.workspace.WorkspaceRegister}, {@link
 * io.artifactor.workspace.Members} and {@link io.artifactor.workspace.Invitations} are those for
 * who runs them. What a role may stands in {@link io.artifactor.workspace.Permission} alone. Every
 * user has a personal workspace, made by an observer of {@link io.artifactor.identity.UserCreated}
 * inside the transaction that creates the user, so that identity need not know this package. May
 * call identity, outbox, cache and problem.
 */
@NullMarked
package io.artifactor.workspace;

import org.jspecify.annotations.NullMarked;
