package io.artifactor.identity.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.identity.AuditLine;
import io.artifactor.web.Json;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongFunction;

/**
 * The audit log on its way into a file, in portions: neither it nor a transaction is as long as the
 * log.
 */
final class AuditFile implements StreamingOutput {

    private static final ObjectMapper JSON = Json.strict();

    private final Format format;
    private final long end;
    private final LongFunction<List<AuditLine>> portionBefore;

    AuditFile(Format format, long end, LongFunction<List<AuditLine>> portionBefore) {
        this.format = format;
        this.end = end;
        this.portionBefore = portionBefore;
    }

    /** What the file looks like. */
    enum Format {
        CSV,
        JSON
    }

    @Override
    public void write(OutputStream output) throws IOException {
        switch (format) {
            case CSV -> writeCsv(output);
            case JSON -> writeJson(output);
        }
    }

    private void writeCsv(OutputStream output) throws IOException {
        Writer writer = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        writer.write(
                CsvLine.of(
                        "id", "at", "actorId", "actor", "action", "subject", "address", "detail"));
        forEach(line ->
                writer.write(
                        CsvLine.of(
                                line.id(),
                                line.at(),
                                line.actorId(),
                                line.actor(),
                                line.action(),
                                line.subject(),
                                line.address(),
                                JSON.writeValueAsString(line.detail()))));
        writer.flush();
    }

    private void writeJson(OutputStream output) throws IOException {
        JsonGenerator generator = JSON.createGenerator(output);
        generator.writeStartArray();
        forEach(generator::writePOJO);
        generator.writeEndArray();
        generator.flush();
    }

    private void forEach(Taker taker) throws IOException {
        long before = end;
        List<AuditLine> portion = portionBefore.apply(before);
        while (!portion.isEmpty()) {
            for (AuditLine line : portion) {
                taker.take(AuditResponse.of(line));
            }
            before = portion.getLast().entry().id();
            portion = portionBefore.apply(before);
        }
    }

    /** Writes one line. */
    private interface Taker {
        void take(AuditResponse line) throws IOException;
    }
}
