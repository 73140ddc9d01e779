package io.artifactor.importing;

import io.artifactor.storage.StoredBlob;
import java.util.Optional;

/**
 * The content of a file of an archive, taken out of it while the reader stood there.
 *
 * @param head its first bytes, by which its type is told
 * @param bytes all of it, if it is small enough to be stored with others; else it is stored already
 */
@SuppressWarnings("ArrayRecordComponent") // Written once, by the only thread that ever has it.
public record KeptFile(StoredBlob blob, byte[] head, Optional<byte[]> bytes) {}
