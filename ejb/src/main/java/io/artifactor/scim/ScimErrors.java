package io.artifactor.scim;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.Map;

/** Refusals with the word that RFC 7644 has for them (section 3.12). */
public final class ScimErrors {

    /** The name under which a problem's data holds the word. */
    public static final String TYPE = "scimType";

    private ScimErrors() {}

    static Problem invalidFilter(String detail) {
        return refusal("invalidFilter", detail);
    }

    static Problem invalidPath(String detail) {
        return refusal("invalidPath", detail);
    }

    static Problem invalidSyntax(String detail) {
        return refusal("invalidSyntax", detail);
    }

    static Problem invalidValue(String detail) {
        return refusal("invalidValue", detail);
    }

    static Problem mutability(String detail) {
        return refusal("mutability", detail);
    }

    static Problem noTarget(String detail) {
        return refusal("noTarget", detail);
    }

    static Problem uniqueness(String detail) {
        return new Problem(ProblemCode.CONFLICT, detail, Map.of(TYPE, "uniqueness"));
    }

    private static Problem refusal(String type, String detail) {
        return new Problem(ProblemCode.INVALID_INPUT, detail, Map.of(TYPE, type));
    }
}
