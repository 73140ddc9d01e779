package io.artifactor.importing.format;

import io.artifactor.importing.format.RawElement.Flaw;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The elements of one JSON document as records. */
final class JsonRecords implements RecordSource {

    private final InputStream in;
    private final LongSupplier bytesRead;
    private final ElementReader reader;
    private final @Nullable ElementSplitter splitter;
    private final int maxBytes;
    private @Nullable ByteWindow single;
    private long unpackedBytes;

    /**
     * @param in the document in UTF-8; closed with this
     */
    JsonRecords(
            InputStream in,
            LongSupplier bytesRead,
            JsonShape shape,
            ReadingOptions options,
            String fileName)
            throws IOException {
        this.in = in;
        this.bytesRead = bytesRead;
        this.maxBytes = options.maxElementBytes();
        this.reader = new ElementReader(options, fileName);
        ByteWindow window = new ByteWindow(in, maxBytes);
        boolean whole = shape.layout() == JsonShape.Layout.SINGLE;
        this.single = whole ? window : null;
        this.splitter = whole ? null : splitter(window, shape, maxBytes);
    }

    private static ElementSplitter splitter(ByteWindow window, JsonShape shape, int maxBytes)
            throws IOException {
        String container = String.valueOf(shape.container());
        switch (shape.layout()) {
            case WRAPPED -> new WrappedList(window).seek(container);
            case EMBEDDED -> WrappedList.seekScript(window, container);
            case LIST, SINGLE, SEQUENCE -> {
                // The elements begin at once.
            }
        }
        boolean bracketed = shape.layout() != JsonShape.Layout.SEQUENCE;
        return new ElementSplitter(window, bracketed, maxBytes);
    }

    @Override
    public Optional<ImportedRecord> next() throws IOException {
        Optional<RawElement> element = element();
        element.ifPresent(read -> unpackedBytes += read.length());
        return element.map(reader::read);
    }

    @Override
    public boolean skip() throws IOException {
        return element().isPresent();
    }

    @Override
    public long bytesRead() {
        return bytesRead.getAsLong();
    }

    @Override
    public long unpackedBytes() {
        return unpackedBytes;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Optional<RawElement> element() throws IOException {
        if (splitter != null) {
            return splitter.next();
        }
        ByteWindow window = single;
        if (window == null) {
            return Optional.empty();
        }
        single = null;
        while (window.end - window.start <= maxBytes && window.more()) {
            // Until all of it is there, or too much.
        }
        int length = window.end - window.start;
        Flaw flaw =
                length <= maxBytes
                        ? null
                        : new Flaw("too-large", "it is larger than " + maxBytes + " bytes");
        return Optional.of(new RawElement(0, 0, window.bytes, window.start, length, flaw));
    }
}
