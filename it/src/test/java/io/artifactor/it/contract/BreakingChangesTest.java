package io.artifactor.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BreakingChangesTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 1, 1);

    private static final String BEFORE =
            """
            {
              "security": [{"bearer": []}],
              "paths": {
                "/things/{id}": {
                  "get": {
                    "operationId": "getThing",
                    "security": [],
                    "parameters": [
                      {"name": "id", "in": "path", "schema": {"type": "string"}},
                      {"name": "sort", "in": "query",
                       "schema": {"type": "string", "enum": ["name", "age"]}},
                      {"name": "size", "in": "query",
                       "schema": {"type": "integer", "minimum": 1, "maximum": 200}},
                      {"$ref": "#/components/parameters/fields"}],
                    "responses": {
                      "200": {
                        "headers": {"ETag": {}},
                        "content": {"application/json":
                          {"schema": {"$ref": "#/components/schemas/Thing"}}}},
                      "304": {},
                      "409": {"content": {"application/problem+json": {}}}}},
                  "put": {
                    "operationId": "putThing",
                    "requestBody": {"content": {"application/json":
                      {"schema": {"$ref": "#/components/schemas/Draft"}}}},
                    "responses": {"200": {}}},
                  "delete": {
                    "operationId": "deleteThing",
                    "deprecated": true,
                    "x-sunset": "2026-12-31",
                    "responses": {"204": {}}}}},
              "components": {
                "parameters": {
                  "fields": {"name": "fields", "in": "query", "schema": {"type": "string"}}},
                "schemas": {
                  "Thing": {
                    "type": "object",
                    "required": ["id", "state"],
                    "properties": {
                      "id": {"type": "string", "format": "uuid"},
                      "state": {"type": "string", "enum": ["new", "done"]},
                      "count": {"type": "number"},
                      "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                      "origin": {"$ref": "#/components/schemas/Origin"}}},
                  "Origin": {"type": "object", "properties": {"model": {"type": "string"}}},
                  "Draft": {
                    "type": "object",
                    "required": ["name"],
                    "properties": {
                      "name": {"type": "string", "maxLength": 100},
                      "note": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                      "kind": {"type": ["string", "null"]},
                      "weight": {"type": "integer"}}}}}}
            """;

    private static List<String> after(String part, @Nullable String replacement) {
        return after(part, replacement, TODAY);
    }

    /** What breaks when a part of the description is replaced. */
    private static List<String> after(String part, @Nullable String replacement, LocalDate today) {
        String before = BEFORE.replaceAll("\\s+", " ").replaceAll("([{\\[]) ", "$1");
        assertThat(before).contains(part.strip());
        String changed = before.replace(part.strip(), replacement == null ? "" : replacement);
        return BreakingChanges.between(
                Description.parse(before), Description.parse(changed), today);
    }

    @Test
    void theSameBreaksNothing() {
        assertThat(after("things", "things")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    "/things/{id}"                  | "/items/{id}"                    | GET /things/{} is gone
                    "put": {                        | "patch": {                       | PUT /things/{} is gone
                    "getThing"                      | "readThing"                      | named readThing instead of getThing
                    "security": [],                 |                                  | needs signing in
                    "name": "sort"                  | "name": "order"                  | query sort is gone
                    "name": "fields", "in"          | "name": "fields", "required": true, "in" | query fields is required
                    ["name", "age"]                 | ["name"]                         | query sort is never age
                    "maximum": 200                  | "maximum": 100                   | query size has the maximum 100
                    "minimum": 1                    | "minimum": 2                     | query size has the minimum 2
                    "path", "schema": {"type": "string"} | "path", "schema": {"type": "integer"} | step 1 is integer instead of string
                    "headers": {"ETag": {}},        |                                  | answer 200 has no ETag
                    "304": {},                      |                                  | answer 304 is gone
                    "204": {}                       | "202": {}                        | answer 204 is gone
                    "409"                           | "422"                            | refuses with [422] instead of [409]
                    200": {"headers                 | 201": {"headers                  | answer 200 is gone
                    {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}} | {"text/plain": {}} | answer 200 of application/json is gone
                    {"application/json": {"schema": {"$ref": "#/components/schemas/Draft"}}} | {"text/plain": {}} | body of application/json is not taken
                    "requestBody": {                | "requestBody": {"required": true, | requires a body
                    "required": ["id", "state"]     | "required": ["id"]               | answer 200 of application/json.state may be absent
                    "state": {                      | "status": {                      | .state is gone
                    ["new", "done"]                 | ["new", "ready"]                 | .state is never done
                    "format": "uuid"                | "format": "uri"                  | .id has the format 'uri' instead of 'uuid'
                    "count": {"type": "number"}     | "count": {"type": "string"}      | .count is string instead of number
                    "count": {"type": "number"}     | "count": {"type": ["number", "null"]} | .count is null or number instead of number
                    "model": {"type": "string"}     | "name": {"type": "string"}       | .origin.model is gone
                    {"$ref": "#/components/schemas/Origin"} | {"anyOf": [{"$ref": "#/components/schemas/Origin"}, {"type": "null"}]} | .origin may be null
                    "required": ["name"]            | "required": ["name", "kind"]     | .kind is required
                    "maxLength": 100                | "maxLength": 99                  | .name has the maxLength 99
                    "maxLength": 100                | "pattern": "a+"                  | .name must match a+
                    ["string", "null"]              | "string"                         | .kind is string instead of null or string
                    , {"type": "null"}              |                                  | .note must not be null
                    "weight": {                     | "mass": {                        | .weight is gone
                    """)
    void everyBreakIsFound(String part, @Nullable String replacement, String expected) {
        assertThat(after(part, replacement)).anyMatch(one -> one.contains(expected));
    }

    @Test
    void itIsSaidWhereABreakLies() {
        assertThat(after("\"model\": {\"type\": \"string\"}", "\"model\": {\"type\": \"boolean\"}"))
                .containsExactly(
                        "GET /things/{}: answer 200 of application/json.origin.model is boolean"
                                + " instead of string");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
                    "paths": {                | "paths": {"/more": {"get": {"responses": {"200": {}}}},
                    {id}                      | {thing}
                    {"name": "sort"           | {"name": "extra", "in": "query", "schema": {"type": "string"}}, {"name": "sort"
                    ["name", "age"]           | ["name", "age", "size"]
                    "maximum": 200            | "maximum": 500
                    "minimum": 1,             |
                    "304": {}                 | "304": {}, "206": {}
                    "409": {                  | "423": {}, "409": {
                    "properties": {"id"       | "properties": {"more": {"type": "string"}, "id"
                    ["id", "state"]           | ["id", "state", "count"]
                    ["new", "done"]           | ["new", "done", "failed"]
                    "type": "number"          | "type": "integer"
                    ["name"],                 | [],
                    "maxLength": 100          | "maxLength": 200
                    "weight": {"type": "integer"} | "weight": {"type": "number"}
                    "weight"                  | "colour": {"type": "string"}, "weight"
                    """)
    void additionsBreakNothing(String part, @Nullable String replacement) {
        assertThat(after(part, replacement)).isEmpty();
    }

    @Test
    void whatWasDeprecatedMayGoWhenItsTimeIsOver() {
        String deprecated = "\"delete\": {";
        String gone = "\"x-delete\": {";

        assertThat(after(deprecated, gone)).isEmpty();
        assertThat(after(deprecated, gone, LocalDate.of(2026, 12, 30)))
                .containsExactly("DELETE /things/{} is gone");
    }

    @Test
    void theFormInWhichItIsKeptDoesNotDependOnTheOrderOfServing() {
        assertThat(KeptDescription.of("{\"b\": 1, \"required\": [\"y\", \"x\"], \"a\": {}}"))
                .isEqualTo(
                        KeptDescription.of("{\"a\": {}, \"b\": 1, \"required\": [\"x\", \"y\"]}"));
    }
}
