package io.artifactor.capture;

import org.jspecify.annotations.Nullable;

/**
 * One artifact as an extension describes it; nothing of it is checked yet.
 *
 * @param id the extension's own, new each time it looks
 * @param type text, code, html, svg, markdown, json, xml, css, javascript, typescript, python,
 *     other
 * @param conversation where it stood, if it says so itself
 */
public record FoundArtifact(
        String id,
        @Nullable String title,
        String content,
        @Nullable String type,
        @Nullable String language,
        @Nullable String conversation,
        @Nullable String url) {}
