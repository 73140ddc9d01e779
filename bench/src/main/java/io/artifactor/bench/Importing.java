package io.artifactor.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** An import of a generated export, beside a bare parser's way through the same file. */
final class Importing {
    private static final JsonFactory JSON = new JsonFactory();
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final int MESSAGES = 12;
    private static final int PARSES = 7;
    private static final double MEGABYTE = 1e6;

    private final Product product;
    private final Path file;

    Importing(Product product, Path file) {
        this.product = product;
        this.file = file;
    }

    /** Conversations of a few messages, in each an artifact that is written and written again. */
    void generate(int conversations, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (JsonGenerator json = JSON.createGenerator(Files.newOutputStream(file))) {
            json.writeStartArray();
            for (int i = 0; i < conversations; i++) {
                conversation(json, random, Instant.EPOCH.plusSeconds(1_700_000_000L + i * 600L));
            }
            json.writeEndArray();
        }
    }

    private static void conversation(JsonGenerator json, SplittableRandom random, Instant at)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("uuid", uuid(random));
        json.writeStringField("name", Texts.words(random, 5));
        json.writeStringField("created_at", at.toString());
        json.writeStringField("updated_at", at.plusSeconds(500).toString());
        json.writeArrayFieldStart("chat_messages");
        String artifact = "bench-" + uuid(random);
        for (int i = 0; i < MESSAGES; i++) {
            boolean human = i % 2 == 0;
            String text = Texts.words(random, human ? 30 : 150);
            if (i % 6 == 5) {
                text += tag(artifact, Texts.words(random, 150));
            }
            message(json, uuid(random), human ? "human" : "assistant", text, at.plusSeconds(i));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String tag(String artifact, String content) {
        return "\n<antArtifact identifier=\""
                + artifact
                + "\" type=\"application/vnd.ant.code\" language=\"python\" title=\"Bench\">\n"
                + content
                + "\n</antArtifact>\n";
    }

    private static void message(
            JsonGenerator json, String id, String sender, String text, Instant at)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("uuid", id);
        json.writeStringField("sender", sender);
        json.writeStringField("text", text);
        json.writeStringField("created_at", at.toString());
        json.writeArrayFieldStart("content");
        json.writeStartObject();
        json.writeStringField("type", "text");
        json.writeStringField("text", text);
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String uuid(SplittableRandom random) {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    double size() throws IOException {
        return Files.size(file) / MEGABYTE;
    }

    /** Megabytes in a second, from the first byte sent to the last row written. */
    double run() throws IOException, InterruptedException {
        byte[] content = Files.readAllBytes(file);
        long begun = System.nanoTime();
        String id =
                TREES.readTree(
                                product.send(
                                        "POST",
                                        "/imports?start=true&fileName=conversations.json",
                                        "application/octet-stream",
                                        content))
                        .get("id")
                        .asText();
        JsonNode run = product.read("/imports/" + id);
        while (!run.get("state").asText().matches("completed|failed|stopped")) {
            Terminal.pause(Duration.ofMillis(20));
            run = product.read("/imports/" + id);
        }
        long elapsed = System.nanoTime() - begun;
        if (!run.get("state").asText().equals("completed")
                || run.at("/counts/artifacts").asLong() == 0) {
            throw new IOException("The import did not work: " + run);
        }
        return content.length / MEGABYTE / (elapsed / 1e9);
    }

    /** Megabytes in a second of a parser that looks at every token and text. */
    double parse() throws IOException {
        List<Double> speeds = new ArrayList<>();
        for (int i = 0; i < PARSES; i++) {
            long begun = System.nanoTime();
            try (JsonParser parser = JSON.createParser(Files.newInputStream(file))) {
                long characters = 0;
                while (parser.nextToken() != null) {
                    characters += parser.getTextLength();
                }
                if (characters == 0) {
                    throw new IOException("Nothing was parsed");
                }
            }
            speeds.add(size() / ((System.nanoTime() - begun) / 1e9));
        }
        // The first ones are slow because nothing is compiled yet.
        return Spread.of(speeds.subList(PARSES / 2, PARSES)).median();
    }
}
