package io.artifactor.preview;

import io.artifactor.storage.Sha256;

/** What somebody has taken on to make. */
public record PreviewTask(Sha256 content, String kind, String sourceType) {}
