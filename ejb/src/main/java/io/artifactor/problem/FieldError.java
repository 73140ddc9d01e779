package io.artifactor.problem;

import java.util.Objects;

/**
 * What is wrong with one named field of the input; {@code field} is a path such as {@code tags[2]}.
 */
public record FieldError(String field, String message) {

    public FieldError {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }
}
