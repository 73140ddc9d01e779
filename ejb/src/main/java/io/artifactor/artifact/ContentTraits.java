package io.artifactor.artifact;

import java.util.Optional;

/**
 * What content turned out to be.
 *
 * @param mediaType without parameters
 * @param language of code and markup, in lower case
 */
public record ContentTraits(String mediaType, Optional<String> language, ArtifactKind kind) {}
