package io.artifactor.importing;

import io.artifactor.storage.Sha256;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file on its way in.
 *
 * @param fileName may be empty
 * @param content read once, to its end, and not closed
 * @param announcedSize what its sender says it has, in bytes
 * @param digest what its sender says its digest is
 */
public record IncomingFile(
        String fileName,
        InputStream content,
        OptionalLong announcedSize,
        Optional<Sha256> digest) {}
