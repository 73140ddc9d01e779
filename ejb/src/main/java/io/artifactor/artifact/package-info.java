/**
 * Artifacts, their branches and immutable versions.
 *
 * <p>Doors: {@link io.artifactor.artifact.ArtifactLibrary} and {@link
 * io.artifactor.artifact.ArtifactVersions}. {@link io.artifactor.artifact.Uploads} takes content
 * into the store before a door opens its transaction. Whoever may read an artifact's workspace may
 * read the artifact; to everyone else it does not exist.
 *
 * <p>An artifact's row repeats what lists show of its current version, so that a page of any length
 * costs one statement; the title of the conversation an artifact came from is joined by table,
 * because the package that owns conversations comes later. May call workspace, identity, storage,
 * outbox, paging and problem.
 */
@NullMarked
package io.artifactor.artifact;

import org.jspecify.annotations.NullMarked;
