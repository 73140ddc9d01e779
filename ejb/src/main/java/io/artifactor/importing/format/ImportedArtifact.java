package io.artifactor.importing.format;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something a conversation produced, with every version of it.
 *
 * <p>The contents of the versions are made while they are handed out and not kept: a thousand small
 * updates of a large text cost the memory of one text. Used by one thread.
 */
public interface ImportedArtifact {

    /**
     * Identity in the conversation: {@code artifact:<id>}, {@code file:<path>}, {@code
     * canvas:<id>}, {@code code:<message>:<n>}, {@code attachment:<message>:<n>}; n counts from 0
     * in the order of the message, small pieces of code included.
     */
    String key();

    /** The title of its current version; never empty. */
    String title();

    /** One of code, document, data, image, web, diagram, terminal, archive, other. */
    String kind();

    @Nullable String language();

    String mediaType();

    /** A harmless name with the ending its content deserves. */
    String fileName();

    /** How many versions {@link #replay} hands out, broken ones included. */
    int versionCount();

    /** The key of the version that the active path ends with. */
    String currentVersionKey();

    /**
     * Hands out all versions, parents before children, those of the active path first. May be
     * called again and gives the same.
     */
    void replay(Consumer<ImportedVersion> versions);
}
