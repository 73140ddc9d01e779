package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads fields that may be missing, empty or of another type than expected. */
final class Fields {

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private Fields() {}

    /** The first of the fields that is a string; it may be empty. */
    static @Nullable String text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isTextual()) {
                return value.textValue();
            }
        }
        return null;
    }

    /** The first of the fields that is a string with something in it. */
    static @Nullable String filled(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
        }
        return null;
    }

    /** The first of the fields that is a moment: ISO 8601, or seconds since 1970. */
    static @Nullable Instant time(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            Instant time = value == null ? null : moment(value);
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    static boolean isTrue(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** The field if it is a list, else an empty one. */
    static JsonNode list(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value != null && value.isArray()) {
                return value;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static @Nullable Instant moment(JsonNode value) {
        if (value.isTextual()) {
            return moment(value.textValue());
        }
        if (!value.isNumber()) {
            return null;
        }
        double seconds = value.doubleValue();
        if (Double.isNaN(seconds) || Math.abs(seconds) > 4e14) {
            return null;
        }
        // Some exporters count milliseconds.
        double exact = Math.abs(seconds) > 1e11 ? seconds / 1000 : seconds;
        return possible(Instant.ofEpochMilli(Math.round(exact * 1000)));
    }

    /** A moment written in one of the usual ways; without a zone it is taken as UTC. */
    static @Nullable Instant moment(String text) {
        Instant usual = usual(text);
        if (usual != null) {
            return possible(usual);
        }
        String plain = text.strip();
        if (plain.length() < 10 || plain.length() > 40) {
            return null;
        }
        try {
            if (plain.endsWith(" UTC")) {
                plain = plain.substring(0, plain.length() - 4) + "Z";
            }
            plain = plain.charAt(10 % plain.length()) == ' ' ? plain.replaceFirst(" ", "T") : plain;
            if (plain.length() == 10) {
                plain = plain + "T00:00:00Z";
            }
            boolean zoned =
                    plain.endsWith("Z")
                            || plain.lastIndexOf('+') > 10
                            || plain.lastIndexOf('-') > 10;
            return possible(
                    zoned
                            ? OffsetDateTime.parse(plain).toInstant()
                            : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** {@code 2024-10-29T15:59:38.340028Z} and no other, as almost all are; null otherwise. */
    private static @Nullable Instant usual(String text) {
        int length = text.length();
        if (length < 20
                || length > 30
                || text.charAt(length - 1) != 'Z'
                || !text.startsWith("T", 10)) {
            return null;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        int nanos = length == 20 ? 0 : number(text, 20, length - 1);
        boolean fits = hour < 24 && minute < 60 && second < 60 && month <= 12 && day <= 28;
        if (Math.min(Math.min(Math.min(year, hour), Math.min(minute, second)), nanos) < 0
                || !fits
                || month < 1
                || day < 1
                || (length > 20 && text.charAt(19) != '.')) {
            return null;
        }
        for (int digits = length - 21; length > 20 && digits < 9; digits++) {
            nanos *= 10;
        }
        return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                .toInstant(ZoneOffset.UTC);
    }

    /** The digits between these places as a number; -1 if something else stands there. */
    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return to - from > 9 ? -1 : number;
    }

    private static @Nullable Instant possible(Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? null : time;
    }
}
