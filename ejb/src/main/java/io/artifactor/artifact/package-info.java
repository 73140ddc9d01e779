/**
 * Artifacts, their branches and immutable versions.
 *
 * <p>Doors: {@link io.artifactor.artifact.ArtifactLibrary} and {@link
 * io.artifactor.artifact.ArtifactVersions}. {@link io.artifactor.artifact.Uploads} takes content
 * into the store before a door opens its transaction. Whoever may read an artifact's workspace may
 * read the artifact; to everyone else it does not exist.
 *
 * <p>Where an artifact belongs has doors of its own: {@link io.artifactor.artifact.Folders}, {@link
 * io.artifactor.artifact.Categories}, {@link io.artifactor.artifact.Tags}, {@link
 * io.artifactor.artifact.Favourites} and {@link io.artifactor.artifact.RecentArtifacts}. Changes
 * that concern a whole workspace follow one another by locks that are taken before any row's.
 *
 * <p>{@link io.artifactor.artifact.ShareLinks} makes links for guests, who come through {@link
 * io.artifactor.artifact.SharedArtifacts} without being anybody.
 *
 * <p>An artifact's row repeats what lists show of its current version, so that a page of any length
 * costs one statement; the title of the conversation an artifact came from is joined by table,
 * because the package that owns conversations comes later. May call workspace, hold, identity,
 * storage, outbox, paging and problem.
 */
@NullMarked
package io.artifactor.artifact;

import org.jspecify.annotations.NullMarked;
