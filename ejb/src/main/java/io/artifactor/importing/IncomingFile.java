package io.artifactor.importing;

import java.io.InputStream;
import java.util.OptionalLong;

/**
 * A file on its way in.
 *
 * @param fileName may be empty
 * @param content read once, to its end, and not closed
 * @param announcedSize what its sender says it has, in bytes
 */
public record IncomingFile(String fileName, InputStream content, OptionalLong announcedSize) {}
