/** Workspaces, their members and invitations over HTTP. */
@NullMarked
package io.artifactor.workspace.rest;

import org.jspecify.annotations.NullMarked;
