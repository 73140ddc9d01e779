package io.artifactor.importing.format;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something met in a conversation that did not become a version: an unknown block, a file without
 * content, a change of something that was never made, a change the vendor itself refused.
 *
 * @param code stable, for example {@code content-missing}
 * @param artifactKey the artifact it is about, where there is one or would have been one
 */
public record ImportNote(String code, String detail, @Nullable String artifactKey) {

    public ImportNote {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
    }
}
