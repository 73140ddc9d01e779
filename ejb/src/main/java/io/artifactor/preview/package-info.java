/**
 * Previews of content, and the words in documents that are no text.
 *
 * <p>Documents are read by worker processes alone ({@link io.artifactor.preview.WorkerProcess}),
 * which have little memory, little time, no network, and nothing of the server's: a hostile
 * document ends its worker, and another one is started. What came out is kept by the content's
 * SHA-256 and kind, once for all artifacts and versions, and can be thrown away: it is made again.
 *
 * <p>May call artifact, storage, outbox, identity and problem.
 */
@NullMarked
package io.artifactor.preview;

import org.jspecify.annotations.NullMarked;
