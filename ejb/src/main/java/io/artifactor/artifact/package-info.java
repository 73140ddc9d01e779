/**
 * Artifacts, their branches and immutable versions. May call workspace, identity, storage, outbox
 * and problem.
 */
@NullMarked
package io.artifactor.artifact;

import org.jspecify.annotations.NullMarked;
