package io.artifactor.generator;

import java.nio.charset.StandardCharsets;

/** Ways in which an element of a file is not what it should be. */
enum Damage {
    BAD_ESCAPE,
    MISSING_BRACKETS,
    BRACKET_TOO_MANY,
    NOT_AN_OBJECT,
    KEY_TWICE,
    NOT_A_NUMBER,
    CONTROL_CHARACTER,
    NESTED_TOO_DEEPLY,
    NOT_UTF8;

    byte[] apply(byte[] element) {
        String json = new String(element, StandardCharsets.UTF_8);
        String inside = json.substring(0, json.length() - 1);
        return switch (this) {
            case BAD_ESCAPE -> bytes(inside + ",\"bad\":\"\\q\"}");
            case MISSING_BRACKETS -> bytes(json.substring(0, json.length() - 2));
            case BRACKET_TOO_MANY -> bytes(inside + "],\"bad\":1}");
            case NOT_AN_OBJECT -> bytes("null");
            case KEY_TWICE -> bytes(inside + ",\"twice\":1,\"twice\":2}");
            case NOT_A_NUMBER -> bytes(inside + ",\"bad\":NaN}");
            case CONTROL_CHARACTER -> bytes(inside + ",\"bad\":\"a\nb\"}");
            case NESTED_TOO_DEEPLY ->
                    bytes(inside + ",\"bad\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
            case NOT_UTF8 ->
                    (inside + ",\"bad\":\"caf\u00e9 au lait\"}")
                            .replaceAll("[^\\x00-\\xff]", "?")
                            .getBytes(StandardCharsets.ISO_8859_1);
        };
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
