package io.artifactor.storage;

import java.io.IOException;
import java.io.InputStream;

/** Decides about content before it gets its name in the store. Safe for all threads. */
@FunctionalInterface
public interface ContentInspector {

    /** Lets everything pass, and looks at nothing. */
    ContentInspector NONE = (blob, content) -> {};

    /**
     * Returns if the content may be stored.
     *
     * @param content to be opened at will
     * @throws io.artifactor.problem.Problem if it may not: {@code MALWARE_FOUND}, {@code TOO_LARGE}
     *     to be looked at, {@code UNAVAILABLE} while nobody can look
     * @throws IOException if the content cannot be read
     */
    void inspect(StoredBlob blob, Opening content) throws IOException;

    /** Where content can be read from its first byte. */
    @FunctionalInterface
    interface Opening {

        /** The caller closes it. */
        InputStream open() throws IOException;
    }
}
