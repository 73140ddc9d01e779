package io.artifactor.artifact;

import io.artifactor.storage.StoredBlob;

/**
 * Content that is in the store, and what it was found to be.
 *
 * @param mediaType without parameters
 */
public record ArtifactContent(StoredBlob blob, String mediaType) {}
