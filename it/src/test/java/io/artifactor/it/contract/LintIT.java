package io.artifactor.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The description is well written, by everybody's rules and ours. It is the kept one: that this is
 * the served one, {@link KeptDescriptionIT} sees.
 */
class LintIT {

    /** Breaks each of our rules once. */
    private static final String BAD =
            """
            {"openapi": "3.1.0",
             "info": {"title": "Bad", "version": "1"},
             "paths": {
               "/api/v1/Bad_Things": {
                 "get": {
                   "operationId": "list_things",
                   "summary": "Ends with a stop.",
                   "tags": ["One", "Two"],
                   "parameters": [
                     {"name": "cursor", "in": "query", "schema": {"type": "string"}},
                     {"name": "my_size", "in": "query", "schema": {"type": "string"}},
                     {"name": "my-header", "in": "header", "schema": {"type": "string"}}],
                   "responses": {
                     "200": {
                       "description": "Things",
                       "content": {"application/json": {"schema":
                         {"type": "object", "properties": {"a_field": {"type": "string"}}}}}},
                     "404": {"description": "No problem"}}},
                 "post": {
                   "operationId": "addThing",
                   "summary": "Add",
                   "tags": ["One"],
                   "requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}},
                   "responses": {"204": {"description": "Added"}}}}}}
            """;

    @BeforeAll
    static void requireNode() {
        boolean isRequired = Boolean.getBoolean("it.lint.required");
        assumeTrue(
                isRequired || Spectral.canRun(), "There is no npm (Node.js) to run Spectral with.");
    }

    @Test
    void theDescriptionIsWellWritten() {
        assertThat(Spectral.findings(Path.of("..", "docs", "api", "openapi.json"))).isEmpty();
    }

    @Test
    void aBadDescriptionIsNot(@TempDir Path folder) throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), BAD);

        assertThat(Spectral.findings(bad))
                .extracting(finding -> finding.replaceFirst(" at .*", ""))
                .contains(
                        "artifactor-answers-have-examples",
                        "artifactor-bodies-have-examples",
                        "artifactor-header-casing",
                        "artifactor-lists-are-paged-alike",
                        "artifactor-operation-id",
                        "artifactor-operation-one-tag",
                        "artifactor-operation-summary",
                        "artifactor-parameter-casing",
                        "artifactor-path-casing",
                        "artifactor-property-casing",
                        "artifactor-refusals",
                        "artifactor-refusals-are-problems",
                        "operation-description");
    }
}
