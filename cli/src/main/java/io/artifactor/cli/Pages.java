package io.artifactor.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A list of the server, fetched page by page and never held as a whole.
 *
 * @param most how many items are wanted
 */
record Pages(ArtifactorClient client, String path, Query query, long most) {

    /** The largest page the server gives. */
    static final int LARGEST = 200;

    /**
     * Fetches pages until enough items were seen or none are left.
     *
     * @return the last page
     */
    JsonNode each(Consumer<JsonNode> reader) {
        long wanted = most;
        String cursor = "";
        while (true) {
            Query asked = query.with("size", Math.min(wanted, LARGEST));
            JsonNode page =
                    client.get(path, cursor.isEmpty() ? asked : asked.with("cursor", cursor));
            reader.accept(page);
            wanted -= page.path("items").size();
            cursor = Json.text(page, "next");
            if (cursor.isEmpty() || wanted <= 0 || page.path("items").isEmpty()) {
                return page;
            }
        }
    }

    /** Writes the items of all pages as one document, with the last page's other fields. */
    void writeTo(JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        generator.writeArrayFieldStart("items");
        JsonNode last = each(page -> writeItems(generator, page));
        generator.writeEndArray();
        for (Map.Entry<String, JsonNode> field : last.properties()) {
            if (!field.getKey().equals("items")) {
                generator.writeFieldName(field.getKey());
                generator.writeTree(field.getValue());
            }
        }
        generator.writeEndObject();
    }

    private static void writeItems(JsonGenerator generator, JsonNode page) {
        try {
            for (JsonNode item : page.path("items")) {
                generator.writeTree(item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the standard output", e);
        }
    }
}
