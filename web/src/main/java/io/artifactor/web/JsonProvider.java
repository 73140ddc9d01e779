package io.artifactor.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads and writes the product's records as JSON; a bad body is refused naming the field. */
@Provider
@Priority(1)
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ProblemDocument.MEDIA_TYPE})
public class JsonProvider implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final long MAX_BODY = 20L << 20;

    @Override
    public boolean isReadable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isOurs(type);
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isDocument(type);
    }

    /** Whether it is written as a whole, and here: what writes itself may be JSON, too. */
    static boolean isDocument(Class<?> type) {
        return isOurs(type) && !StreamingOutput.class.isAssignableFrom(type);
    }

    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.artifactor.")
                || JsonNode.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || Collection.class.isAssignableFrom(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try {
            Object read =
                    Json.strict()
                            .readerFor(Json.strict().constructType(generic))
                            .readValue(new LimitedBody(body, MAX_BODY));
            if (read == null) {
                throw Problem.invalid("body", "is null, expected a JSON object");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw refusal(e);
        }
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Json.strict().writeValue(out, value);
    }

    private static Problem refusal(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                    Problem.invalid(
                            path(unknown),
                            "is not a known field; known are " + known(unknown) + ".");
            case InvalidFormatException format ->
                    Problem.invalid(
                            path(format),
                            "has a value that cannot be read, expected "
                                    + expected(format.getTargetType())
                                    + ".");
            case MismatchedInputException mismatch ->
                    Problem.invalid(
                            path(mismatch),
                            "has the wrong type, expected "
                                    + expected(mismatch.getTargetType())
                                    + ".");
            case JsonMappingException mapping -> refusedByRecord(mapping);
            default -> broken(e);
        };
    }

    /** A record's own constructor may refuse with a problem; anything else is a syntax error. */
    private static Problem refusedByRecord(JsonMappingException mapping) {
        for (Throwable cause = mapping.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        return mapping.getPath().isEmpty()
                ? broken(mapping)
                : Problem.invalid(path(mapping), "cannot be read: " + mapping.getOriginalMessage());
    }

    private static Problem broken(JsonProcessingException e) {
        return new Problem(
                ProblemCode.INVALID_INPUT,
                "The body is not well-formed JSON: %s (line %d, column %d)."
                        .formatted(
                                withoutSource(e.getOriginalMessage()),
                                e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                                e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
    }

    /** The parser's remarks about its own settings help nobody outside. */
    private static String withoutSource(String message) {
        int source = message.indexOf(" (start marker at");
        return source < 0 ? message : message.substring(0, source);
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }

    private static String known(UnrecognizedPropertyException e) {
        Collection<Object> ids = e.getKnownPropertyIds();
        return ids == null
                ? "none"
                : ids.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return shape(type);
    }

    /** In the words of JSON, not of this implementation. */
    private static String shape(Class<?> type) {
        if (type.isRecord() || Map.class.isAssignableFrom(type)) {
            return "an object";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "a list";
        }
        if (Number.class.isAssignableFrom(type) || (type.isPrimitive() && type != boolean.class)) {
            return "a number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        return type == String.class ? "a string" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }
}
