package io.artifactor.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.artifactor.problem.FieldError;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The RFC 9457 document of a refusal. */
@Schema(name = "Problem", description = "RFC 9457 problem document")
public record ProblemDocument(
        @Schema(description = "Stable id", examples = "urn:artifactor:problem:not-found")
                String type,
        @Schema(examples = "Not found") String title,
        @Schema(examples = "404") int status,
        @Schema(
                        examples = "There is no artifact with this id.",
                        description = "What was wrong and what was expected")
                String detail,
        @Schema(examples = "not-found") String code,
        @Schema(examples = "/api/v1/artifacts/01a1fd2b-f4c7-7816-bc4b-e862090bbf42")
                String instance,
        @Schema(examples = "5f0e7a11c3d94b7f") String requestId,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "Per field")
                List<FieldError> errors,
        @JsonAnyGetter Map<String, Object> data) {

    public static final String MEDIA_TYPE = "application/problem+json";

    public ProblemDocument {
        errors = List.copyOf(errors);
        data = Map.copyOf(data);
    }

    /** The document of a problem met while answering {@code path}. */
    public static ProblemDocument of(Problem problem, String path, String requestId) {
        ProblemCode code = problem.code();
        return new ProblemDocument(
                "urn:artifactor:problem:" + code.id(),
                code.title(),
                code.status(),
                problem.detail(),
                code.id(),
                path,
                requestId,
                problem.errors(),
                problem.data());
    }
}
