package io.artifactor.preview;

import org.jspecify.annotations.Nullable;

/**
 * A preview, as far as it is made.
 *
 * @param tag names this result among all of all contents
 * @param error why there is none, when it is {@link State#FAILED}
 */
public record Preview(
        PreviewKind kind,
        State state,
        String tag,
        @Nullable String mediaType,
        byte @Nullable [] body,
        @Nullable String error) {

    /** How far it is. */
    public enum State {
        WAITING,
        READY,
        FAILED
    }
}
