package io.artifactor.it.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Makes requests that are nearly right, from the description of the interface: an operation of it
 * with wrong types, sizes, encodings, headers, methods, ranges, digests and cursors.
 */
final class RequestForge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW");

    private static final List<String> TEXTS =
            Stream.concat(
                            NaughtyTexts.ALL.stream(),
                            Stream.of(
                                    "0",
                                    "..;/..;/",
                                    "\uD83D\uDC68\u200D\uD83D\uDC69",
                                    "title:\"a",
                                    "size:>",
                                    "2026-13-45T99:99:99Z",
                                    "eyJhIjoxfQ",
                                    "x".repeat(3000)))
                    .toList();

    private static final List<String> HEADERS =
            List.of(
                    "Accept: text/plain;q=2, */",
                    "Accept: text/x;q=abc",
                    "Accept: application/xml",
                    "Accept-Encoding: gzip;q=abc",
                    "Content-Type: nonsense",
                    "Content-Type: application/json; charset=no-such-charset",
                    "Content-Type: multipart/form-data",
                    "Content-Type: multipart/form-data; boundary=" + "b".repeat(200),
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Encoding: gzip",
                    "Content-Encoding: br",
                    "Content-Length: 5",
                    "Content-Length: 99999999999999",
                    "Transfer-Encoding: chunked",
                    "Expect: 100-continue",
                    "If-Match: *",
                    "If-Match: W/\"1\"",
                    "If-Match: \"unterminated",
                    "If-Match: 99999999999999999999",
                    "If-None-Match: \"a\", \"b\", c",
                    "If-Modified-Since: yesterday",
                    "Range: bytes=5-2",
                    "Range: bytes=-0,0-,1-1,2-2",
                    "Range: bytes=99999999999999999999-",
                    "Range: lines=1-2",
                    "Repr-Digest: sha-256=:AAAA:",
                    "Repr-Digest: sha-256",
                    "Content-Digest: md5=:////:",
                    "Idempotency-Key: ",
                    "Idempotency-Key: \"" + "k".repeat(500) + "\"",
                    "X-Request-Id: " + "r".repeat(5000),
                    "X-Request-Id: a b\u0007c",
                    "X-Forwarded-For: not-an-address, ::::",
                    "Forwarded: for=\"[",
                    "Origin: null",
                    "Origin: https://evil.example",
                    "Tus-Resumable: 7.0.0",
                    "Upload-Offset: -1",
                    "Upload-Length: 99999999999999999999",
                    "Upload-Metadata: fileName notbase64!, ,,",
                    "Upload-Checksum: sha1",
                    "Cookie: JSESSIONID=" + "c".repeat(300),
                    "Authorization: Bearer a.b.c",
                    "Authorization: Basic YTpi",
                    "Authorization: Basic !!!!",
                    "Authorization:");

    private final List<Operation> operations = new ArrayList<>();
    private final JsonNode document;

    private record Operation(String method, String path, JsonNode description) {}

    RequestForge(JsonNode document) {
        this.document = document;
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(it ->
                                        operations.add(
                                                new Operation(
                                                        it.getKey().toUpperCase(Locale.ROOT),
                                                        path.getKey(),
                                                        it.getValue()))));
        // What ends the session would make all that follows dull.
        operations.removeIf(it -> !it.description().has("operationId"));
        operations.removeIf(it -> it.path().contains("/auth/logout"));
        operations.removeIf(it -> it.path().contains("/admin/sessions"));
    }

    int operations() {
        return operations.size();
    }

    /** The n-th request: all operations come in turn, what is wrong with them is by chance. */
    RawRequest next(int number, String token) {
        Operation operation = operations.get(number % operations.size());
        SplittableRandom random = new SplittableRandom(number);
        List<String> headers = new ArrayList<>();
        if (random.nextInt(10) > 0) {
            headers.add("Authorization: Bearer " + token);
        }
        for (int i = random.nextInt(4); i > 1; i--) {
            headers.add(one(random, HEADERS));
        }
        byte[] body = body(random, operation.description());
        if (body.length > 0 && headers.stream().noneMatch(it -> it.startsWith("Content-Type"))) {
            headers.add("Content-Type: " + type(operation.description()));
        }
        String method = random.nextInt(12) == 0 ? one(random, METHODS) : operation.method();
        return new RawRequest(method, target(random, operation), headers, body);
    }

    private static <T> T one(SplittableRandom random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static String type(JsonNode operation) {
        JsonNode content = operation.at("/requestBody/content");
        return content.isEmpty() ? "application/json" : content.fieldNames().next();
    }

    private String target(SplittableRandom random, Operation operation) {
        StringBuilder path = new StringBuilder();
        for (String part : operation.path().substring(1).split("/")) {
            path.append('/').append(part.startsWith("{") ? pathValue(random) : part);
        }
        String between = "?";
        for (JsonNode parameter : operation.description().path("parameters")) {
            JsonNode known = resolved(parameter);
            if (known.path("in").asText().equals("query") && random.nextInt(3) == 0) {
                String name = known.path("name").asText();
                path.append(between).append(name).append('=').append(queryValue(random));
                between = "&";
            }
        }
        if (random.nextInt(20) == 0) {
            path.append(between)
                    .append(one(random, List.of("=", "&&", "a=%zz", "%", "fields=a,,b")));
        }
        return path.toString();
    }

    private static String pathValue(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> encoded(one(random, TEXTS));
            case 1 ->
                    one(
                            random,
                            List.of("%00", "%2e%2e", "%c0%af", "a%2Fb", "%", "%zz", ";a=b", "."));
            default -> new UUID(random.nextLong(), random.nextLong()).toString();
        };
    }

    private static String queryValue(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> one(random, List.of("%00", "%ff%fe", "%", "%zz", "%c0%80", "+"));
            case 1 -> String.valueOf(random.nextLong());
            default -> encoded(one(random, TEXTS));
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] body(SplittableRandom random, JsonNode operation) {
        if (!operation.has("requestBody") && random.nextInt(8) > 0) {
            return new byte[0];
        }
        JsonNode schema = operation.at("/requestBody/content").findPath("schema");
        byte[] nearly = bytes(value(random, resolved(schema), 0));
        return switch (random.nextInt(9)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(nearly, random.nextInt(nearly.length + 1));
            case 2 -> ("[".repeat(5000) + "]".repeat(5000)).getBytes(StandardCharsets.UTF_8);
            case 3 -> flipped(random, nearly);
            case 4 -> random.nextBoolean() ? packed(nearly) : noise(random);
            default -> nearly;
        };
    }

    /** Something of the shape described, where one value in four is not. */
    private Object value(SplittableRandom random, JsonNode schema, int depth) {
        if (depth > 6 || random.nextInt(4) == 0) {
            return one(
                    random,
                    List.of(
                            "",
                            -1,
                            1.5e300,
                            Long.MIN_VALUE,
                            true,
                            List.of(),
                            Map.of("a", List.of(Map.of())),
                            one(random, TEXTS)));
        }
        return switch (schemaType(schema)) {
            case "object" -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                schema.path("properties")
                        .properties()
                        .forEach(field -> {
                            if (random.nextInt(3) > 0) {
                                fields.put(
                                        field.getKey(),
                                        value(random, resolved(field.getValue()), depth + 1));
                            }
                        });
                yield fields;
            }
            case "array" -> {
                List<Object> items = new ArrayList<>();
                for (int i = random.nextInt(3); i > 0; i--) {
                    items.add(value(random, resolved(schema.path("items")), depth + 1));
                }
                yield items;
            }
            case "integer", "number" -> random.nextInt(100);
            case "boolean" -> random.nextBoolean();
            default -> text(random, schema);
        };
    }

    private static String text(SplittableRandom random, JsonNode schema) {
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size())).asText();
        }
        return schema.path("format").asText().equals("uuid")
                ? new UUID(random.nextLong(), random.nextLong()).toString()
                : one(random, TEXTS);
    }

    private static String schemaType(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asText().substring(1));
        }
        return found;
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] flipped(SplittableRandom random, byte[] bytes) {
        byte[] copy = bytes.clone();
        for (int i = 0; i < 3 && copy.length > 0; i++) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return copy;
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] noise(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(5000)];
        random.nextBytes(bytes);
        return bytes;
    }
}
