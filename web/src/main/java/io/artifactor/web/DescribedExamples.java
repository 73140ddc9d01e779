package io.artifactor.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * Gives every JSON body in the description an example, made of the examples of its fields: one
 * written by hand would be forgotten when a field is added. Used by one thread.
 */
final class DescribedExamples {

    private static final String JSON = "application/json";

    /** Examples for what has none of its own, by the format of a text. */
    private static final Map<String, String> TEXTS =
            Map.of(
                    "uuid", "01a1fd2b-f4c7-7816-bc4b-e862090bbf42",
                    "date-time", "2026-11-21T10:15:30Z",
                    "date", "2026-11-21",
                    "uri", "https://example.org/");

    /** What is named alike looks alike everywhere. */
    private static final Map<String, Object> FIELDS =
            Map.ofEntries(
                    Map.entry("accessToken", "eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl"),
                    Map.entry("branch", "main"),
                    Map.entry("categoryId", "01000000-0000-7000-8000-000000000001"),
                    Map.entry("colour", "#3366cc"),
                    Map.entry("conversationTitle", "Sorting a list"),
                    Map.entry("currentPassword", "correct horse battery staple"),
                    Map.entry("cursor", "bmV4dCBwYWdl"),
                    Map.entry("database", "up"),
                    Map.entry("description", "Stable, in n log n steps"),
                    Map.entry("detail", "What was wrong, and what was expected."),
                    Map.entry("displayName", "Ada Lovelace"),
                    Map.entry("email", "ada@example.org"),
                    Map.entry("event", "artifact.changed"),
                    Map.entry("extensions", "py"),
                    Map.entry("fileName", "merge-sort.py"),
                    Map.entry("folderId", "01939d2f-0000-7000-8000-000000000001"),
                    Map.entry(
                            "foundSha256",
                            "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"),
                    Map.entry("key", "merge-sort.py"),
                    Map.entry("kind", "code"),
                    Map.entry("language", "python"),
                    Map.entry("lastError", "The index does not answer."),
                    Map.entry("mediaType", "text/x-python"),
                    Map.entry("model", "claude-opus-4"),
                    Map.entry("name", "Sorting"),
                    Map.entry("newPassword", "a horse that is correct"),
                    Map.entry("next", "bmV4dCBwYWdl"),
                    Map.entry("parentId", "01939d2f-0000-7000-8000-000000000001"),
                    Map.entry("password", "correct horse battery staple"),
                    Map.entry("patterns", "recipe-*.md"),
                    Map.entry("prefix", "art_3kq"),
                    Map.entry("reader", "search-elasticsearch"),
                    Map.entry("recoveryCodes", "h7k2m-9qxwd-4tz6r-bpn3v-a8c5e"),
                    Map.entry("refreshToken", "c2VjcmV0IG9mIGEgc2lnbi1pbg"),
                    Map.entry("remove", "draft"),
                    Map.entry("roles", "user"),
                    Map.entry("scopes", "read"),
                    Map.entry("search", "up"),
                    Map.entry(
                            "sha256",
                            "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                    Map.entry("source", "claude"),
                    Map.entry("sourceId", "msg_01"),
                    Map.entry("status", "up"),
                    Map.entry("tags", "sorting"),
                    Map.entry("text", "def sort(x):"),
                    Map.entry("title", "Merge sort"),
                    Map.entry("token", "art_3kqsecret"),
                    Map.entry("url", "https://claude.ai/chat/1"),
                    Map.entry("username", "ada"));

    /** What is absent where all is well, and would say in an example that it is not. */
    private static final Set<String> RARE = Set.of("problem", "restored", "didYouMean");

    private final Components parts;

    /** The named schemas an example is being made of: they may hold themselves. */
    private final Set<String> open = new HashSet<>();

    DescribedExamples(Components parts) {
        this.parts = parts;
    }

    void addTo(Operation operation) {
        if (operation.getRequestBody() != null) {
            addTo(operation.getRequestBody().getContent());
        }
        for (Map.Entry<String, APIResponse> response :
                operation.getResponses().getAPIResponses().entrySet()) {
            if (response.getKey().startsWith("2")) {
                addTo(response.getValue().getContent());
            }
        }
    }

    private void addTo(@Nullable Content content) {
        MediaType body = content == null ? null : content.getMediaType(JSON);
        if (body != null
                && body.getSchema() != null
                && body.getExample() == null
                && (body.getExamples() == null || body.getExamples().isEmpty())) {
            of(body.getSchema(), "").ifPresent(body::setExample);
        }
    }

    /** Empty for what holds itself, or may be anything. */
    private Optional<Object> of(Schema schema, String field) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            return named(name, field);
        }
        if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
            return Optional.of(schema.getExamples().getFirst());
        }
        if (schema.getEnumeration() != null && !schema.getEnumeration().isEmpty()) {
            return Optional.ofNullable(schema.getEnumeration().getFirst());
        }
        if (schema.getAllOf() != null && !schema.getAllOf().isEmpty()) {
            return together(schema);
        }
        for (List<Schema> choices : choices(schema)) {
            for (Schema choice : choices) {
                Optional<Object> example = of(choice, field);
                if (example.isPresent()) {
                    return example;
                }
            }
        }
        return byType(schema, field);
    }

    private Optional<Object> named(String name, String field) {
        Map<String, Schema> known = parts.getSchemas();
        Schema schema = known == null ? null : known.get(name);
        if (schema == null || !open.add(name)) {
            return Optional.empty();
        }
        try {
            return of(schema, field);
        } finally {
            open.remove(name);
        }
    }

    private static List<List<Schema>> choices(Schema schema) {
        List<List<Schema>> choices = new ArrayList<>();
        if (schema.getAnyOf() != null) {
            choices.add(schema.getAnyOf());
        }
        if (schema.getOneOf() != null) {
            choices.add(schema.getOneOf());
        }
        return choices;
    }

    private Optional<Object> together(Schema schema) {
        Map<Object, Object> whole = new LinkedHashMap<>();
        for (Schema part : schema.getAllOf()) {
            Optional<Object> example = of(part, "");
            if (example.isPresent() && example.get() instanceof Map<?, ?> fields) {
                whole.putAll(fields);
            } else if (example.isPresent()) {
                return example;
            }
        }
        return Optional.of(whole);
    }

    private Optional<Object> byType(Schema schema, String field) {
        if (schema.getType() == null || schema.getType().isEmpty()) {
            return Optional.empty();
        }
        return switch (schema.getType().getFirst()) {
            case OBJECT -> Optional.of(fields(schema));
            case ARRAY ->
                    Optional.ofNullable(schema.getItems())
                            .map(items ->
                                    of(items, field).<Object>map(List::of).orElseGet(List::of));
            case STRING -> Optional.of(text(schema, field));
            case INTEGER, NUMBER -> Optional.of(1);
            case BOOLEAN -> Optional.of(true);
            case NULL -> Optional.empty();
        };
    }

    private static Object text(Schema schema, String field) {
        String format = schema.getFormat();
        return format != null && TEXTS.containsKey(format)
                ? TEXTS.get(format)
                : FIELDS.getOrDefault(field, "text");
    }

    private Map<String, Object> fields(Schema schema) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (schema.getProperties() != null) {
            schema.getProperties()
                    .forEach((name, field) -> {
                        if (!RARE.contains(name)) {
                            of(field, name).ifPresent(example -> fields.put(name, example));
                        }
                    });
        }
        return fields;
    }
}
