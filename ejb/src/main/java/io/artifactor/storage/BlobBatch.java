package io.artifactor.storage;

/**
 * Collects small contents and makes them durable together. Used by one thread; nothing of it can be
 * relied on before {@link #commit} has returned.
 *
 * <pre>{@code
 * try (BlobBatch batch = store.batch()) {
 *     StoredBlob blob = batch.add(bytes);
 *     batch.commit();
 *     // now the rows that name it
 * }
 * }</pre>
 */
public interface BlobBatch extends AutoCloseable {

    /**
     * Takes the content in; the same content again costs nothing.
     *
     * @throws io.artifactor.problem.Problem whatever {@link ContentInspector} refuses it with; the
     *     batch goes on without it
     */
    StoredBlob add(byte[] content);

    /**
     * Makes everything added so far durable; the batch may be used again afterwards.
     *
     * @throws io.artifactor.problem.Problem {@code STORAGE_FULL}, {@code UNAVAILABLE}
     */
    void commit();

    /** Drops what was added and not committed. */
    @Override
    void close();
}
