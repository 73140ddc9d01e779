/**
 * Workspaces, memberships and roles: where things live and who may reach them. May call identity,
 * outbox and problem.
 */
@NullMarked
package io.artifactor.workspace;

import org.jspecify.annotations.NullMarked;
