/** Tests of workspaces, their members and who may do what there. */
@NullMarked
package io.artifactor.it.workspace;

import org.jspecify.annotations.NullMarked;
