package io.artifactor.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.problem.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people note about an artifact under names of their own: texts, numbers, true and false.
 *
 * @param values in order of their names
 */
public record CustomProperties(Map<String, Object> values) {

    public static final CustomProperties NONE = new CustomProperties(Map.of());

    private static final String FIELD = "properties";
    private static final String NO_VALUES = "{}";
    private static final int MOST = 50;
    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_TEXT = 4_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}");
    private static final int MAX_DIGITS = 40;
    private static final int MAX_EXPONENT = 99;
    private static final ObjectMapper JSON = new ObjectMapper();

    public CustomProperties {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** As somebody sent them. */
    static CustomProperties checked(Map<String, ? extends @Nullable Object> sent) {
        if (sent.size() > MOST) {
            throw Problem.invalid(
                    FIELD, "has %,d names, at most %d fit.".formatted(sent.size(), MOST));
        }
        Map<String, Object> values = new TreeMap<>();
        sent.forEach((name, value) -> values.put(name(FIELD, name), value(name, value)));
        CustomProperties properties = new CustomProperties(values);
        int size = properties.json().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (size > MAX_BYTES) {
            throw Problem.invalid(
                    FIELD, "has %,d bytes, at most %,d fit.".formatted(size, MAX_BYTES));
        }
        return properties;
    }

    static String name(String field, String name) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.invalid(
                    field,
                    "has a name that is not a letter followed by up to 63 letters, digits and _ . -");
        }
        return name;
    }

    private static Object value(String name, @Nullable Object value) {
        String place = FIELD + "." + name;
        return switch (value) {
            case String text -> {
                TextRules.refuseLonger(place, text, MAX_TEXT);
                TextRules.refuseUnprintable(place, text, true);
                yield text;
            }
            case Boolean flag -> flag;
            case Integer number -> number;
            case Long number -> number;
            case Double number when Double.isFinite(number) -> number;
            case null, default ->
                    throw Problem.invalid(
                            place, "must be a text, true, false, or a number of usual size.");
        };
    }

    /** As they were kept. */
    static CustomProperties kept(String json) {
        if (json.equals(NO_VALUES)) {
            return NONE;
        }
        try {
            return new CustomProperties(JSON.readValue(json, new TypeReference<>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Kept properties cannot be read", e);
        }
    }

    String json() {
        return write(values);
    }

    /** Objects of which one is part of whatever has the value, be it a text, a number or a flag. */
    static List<String> having(String name, String value) {
        List<String> objects = new ArrayList<>();
        objects.add(write(Map.of(name, value)));
        if (value.equals("true") || value.equals("false")) {
            objects.add(write(Map.of(name, Boolean.valueOf(value))));
        }
        number(value).ifPresent(number -> objects.add(write(Map.of(name, number))));
        return objects;
    }

    /** A number in so few digits that nobody has to fear writing it out. */
    private static Optional<BigDecimal> number(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(text);
            return Optional.of(number).filter(it -> Math.abs(it.scale()) <= MAX_EXPONENT);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private static String write(Map<String, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Properties cannot be written", e);
        }
    }
}
