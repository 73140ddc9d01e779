package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.problem.Unprintable;
import java.util.Optional;

/** Reads values of a document somebody sent; what cannot stand is refused with its name. */
final class Given {

    static final int LONGEST = 256;

    private Given() {}

    /** A line of text; empty where there is none. */
    static Optional<String> text(JsonNode object, String name, int longest) {
        JsonNode value = object.path(Attributes.nameIn(object, name));
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw ScimErrors.invalidValue(name + ": must be a text.");
        }
        String text = value.textValue().strip();
        if (text.length() > longest || Unprintable.isIn(text)) {
            throw ScimErrors.invalidValue(
                    "%s: must be one line of at most %d characters.".formatted(name, longest));
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    static String required(JsonNode object, String name, int longest) {
        return text(object, name, longest)
                .orElseThrow(() -> ScimErrors.invalidValue(name + ": is missing."));
    }

    /** True or false, which some clients write as texts; empty where neither is said. */
    static Optional<Boolean> truth(JsonNode object, String name) {
        JsonNode value = object.path(Attributes.nameIn(object, name));
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isBoolean()) {
            return Optional.of(value.booleanValue());
        }
        String text = value.asText("");
        if (text.equalsIgnoreCase("true")) {
            return Optional.of(true);
        }
        if (text.equalsIgnoreCase("false")) {
            return Optional.of(false);
        }
        throw ScimErrors.invalidValue(name + ": must be true or false.");
    }
}
