package io.artifactor.web;

import io.artifactor.problem.Problem;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns path and query parameters into their types and refuses bad ones by name; without it a bad
 * number in a query would be a 404.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");

    private static final Map<Class<?>, Parser> PARSERS =
            Map.of(
                    UUID.class, new Parser("a UUID", ParameterConverters::uuid),
                    Integer.class, new Parser("a whole number", Integer::valueOf),
                    Long.class, new Parser("a whole number", Long::valueOf),
                    Boolean.class, new Parser("true or false", ParameterConverters::flag),
                    Instant.class,
                            new Parser(
                                    "a date or an instant such as 2026-11-21T08:00:00Z",
                                    ParameterConverters::instant));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation[] annotations) {
        Parser parser = PARSERS.get(type);
        return parser == null ? null : new Converter<>(type, parser, nameOf(annotations));
    }

    private static String nameOf(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            }
            if (annotation instanceof PathParam path) {
                return path.value();
            }
        }
        return "parameter";
    }

    private static UUID uuid(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("abbreviated UUID");
        }
        return uuid;
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true", "" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Instant instant(String text) {
        Instant instant =
                text.length() == "2026-11-21".length()
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text);
        // The database's calendar is shorter than Java's.
        if (instant.isBefore(EARLIEST) || !instant.isBefore(LATEST)) {
            throw new IllegalArgumentException("beyond the years 1 to 9999");
        }
        return instant;
    }

    private record Parser(String expected, Function<String, Object> parse) {}

    private record Converter<T>(Class<T> type, Parser parser, String name)
            implements ParamConverter<T> {

        @Override
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return type.cast(parser.parse().apply(value));
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw Problem.invalid(name, "is not valid, expected " + parser.expected() + ".");
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
