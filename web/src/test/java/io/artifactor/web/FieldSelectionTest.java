package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JavaType;
import io.artifactor.problem.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldSelectionTest {

    private static final Thing THING =
            new Thing("1", new Part("p", 7), List.of(new Part("q", 8)), Map.of("any", 3), null);
    private static final JavaType TYPE = Json.strict().constructType(Thing.class);

    /** A document with everything there can be in one. */
    public record Thing(
            String id,
            Part origin,
            List<Part> parts,
            Map<String, Integer> counts,
            @Nullable String absent) {}

    public record Part(String name, int size) {}

    private static String chosen(String fields) {
        FieldSelection selection = FieldSelection.parse(fields);
        selection.check(TYPE);
        return selection.of(Json.strict().valueToTree(THING)).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id                         | {"id":"1"}
                    origin                     | {"origin":{"name":"p","size":7}}
                    origin.name                | {"origin":{"name":"p"}}
                    origin.name,origin.size    | {"origin":{"name":"p","size":7}}
                    origin,origin.name         | {"origin":{"name":"p","size":7}}
                    origin.name,origin         | {"origin":{"name":"p","size":7}}
                    parts.size, id             | {"id":"1","parts":[{"size":8}]}
                    counts.any                 | {"counts":{"any":3}}
                    counts.none                | {"counts":{}}
                    absent                     | {}
                    """)
    void onlyWhatIsAskedForStays(String fields, String document) {
        assertThat(chosen(fields)).isEqualTo(document);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "origin.title", "parts.x", "id.x", "id,origin.name.x", "Id"})
    void anUnknownFieldIsRefusedWithTheKnownOnes(String fields) {
        assertThatThrownBy(() -> chosen(fields))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("fields: ")
                .hasMessageContaining("known are ");
    }

    @Test
    void theKnownOnesAreThoseOfTheirPlace() {
        assertThatThrownBy(() -> chosen("origin.x"))
                .hasMessageContaining("origin.name, origin.size");
        assertThatThrownBy(() -> chosen("x"))
                .hasMessageContaining("absent, counts, id, origin, parts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "id,", "id,,origin", " "})
    void whatIsNoListOfNamesIsRefused(String fields) {
        assertThatThrownBy(() -> FieldSelection.parse(fields)).isInstanceOf(Problem.class);
    }

    @Test
    void anEndlessListIsRefused() {
        assertThatThrownBy(() -> FieldSelection.parse("id,".repeat(5_000) + "id"))
                .isInstanceOf(Problem.class);
    }
}
