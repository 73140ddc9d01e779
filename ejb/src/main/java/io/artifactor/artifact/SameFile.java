package io.artifactor.artifact;

import io.artifactor.storage.Sha256;

/** What makes two files the same: their bytes and what they are called. */
public record SameFile(Sha256 digest, String name) {}
