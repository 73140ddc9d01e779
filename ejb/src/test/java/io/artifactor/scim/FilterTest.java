package io.artifactor.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final String SOMEBODY =
            """
            {"userName": "Anna", "active": true, "age": 41, "title": "",
             "name": {"familyName": "O'Malley"},
             "emails": [{"type": "work", "value": "anna@acme.example", "primary": true},
                        {"type": "home", "value": "anna@home.example"}]}
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"anna\"",
                "USERNAME EQ \"ANNA\"",
                "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"An\"",
                "name.familyName co \"O'Malley\"",
                "userName ew \"a\" and not (userName eq \"boris\")",
                "userName eq \"boris\" or userName eq \"anna\" and active eq true",
                "(userName eq \"boris\" or userName eq \"anna\") and active eq true",
                "emails eq \"anna@home.example\"",
                "emails[type eq \"work\" and value co \"@acme.example\"]",
                "emails[type eq \"home\"] and emails pr",
                "nickName eq null",
                "age ge 41 and age lt 41.5 and age gt -1 and age ne 42 and age le 41",
                "userName eq \"\\u0041nna\"",
                "not (nickName pr)",
            })
    void whatHoldsHolds(String filter) {
        assertThat(FilterParser.filter(filter).holds(somebody())).as(filter).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "userName eq \"boris\"",
                "not (userName eq \"anna\")",
                "userName ne \"anna\"",
                "userName gt 3",
                "active eq \"true\"",
                "emails[type eq \"work\" and value eq \"anna@home.example\"]",
                "emails[type eq \"other\"]",
                "userName eq null",
                "nickName pr",
                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department pr",
            })
    void whatDoesNotHoldDoesNot(String filter) {
        assertThat(FilterParser.filter(filter).holds(somebody())).as(filter).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "userName",
                "userName eq",
                "userName eq anna",
                "userName eq 'anna'",
                "userName eq \"anna",
                "userName eq \"a\\x\"",
                "userName is \"anna\"",
                "userName eq \"a\" xor active eq true",
                "userName eq \"a\" and",
                "and userName eq \"a\"",
                "(userName eq \"a\"",
                "userName eq \"a\")",
                "emails[type eq \"work\"",
                "emails[]",
                "not userName eq \"a\"",
                "user;drop eq \"a\"",
                "a..b eq \"a\"",
                ".a eq \"a\"",
                "userName eq {\"a\":1}",
                "userName eq [1]",
                "userName eq NaN",
                "userName eq 1e999999999",
                "1=1 --",
                "' or '1'='1",
            })
    void whatIsNoFilterIsRefused(String filter) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FilterParser.filter(filter))
                .satisfies(problem ->
                        assertThat(problem.data().get(ScimErrors.TYPE))
                                .isIn("invalidFilter", "invalidPath"));
    }

    @Test
    void filtersMadeToCostMuchAreRefusedAtOnce() {
        for (String hostile :
                new String[] {
                    "(".repeat(1_900) + "a pr" + ")".repeat(50),
                    "not (".repeat(380) + "a pr",
                    "a[".repeat(900),
                    "a pr or ".repeat(200) + "a pr",
                    "\"" + "\\".repeat(1_990),
                    "a eq \"" + "\\\"".repeat(990),
                    "a".repeat(1_000_000),
                    "a.".repeat(900),
                    " ".repeat(1_999),
                }) {
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(2),
                    () ->
                            assertThatExceptionOfType(Problem.class)
                                    .isThrownBy(() -> FilterParser.filter(hostile)));
        }
    }

    @Test
    void listsAreSearchedByEqualTextsOnly() {
        assertThat(query("userName eq \"a\" and emails[value eq \"b\"]").equalities())
                .extracting(Filter.Comparison::attribute)
                .containsExactly("userName", "emails.value");
        for (String other :
                new String[] {
                    "userName co \"a\"", "active eq true", "userName pr", "a eq \"b\" or c eq \"d\""
                }) {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> query(other).equalities())
                    .satisfies(problem ->
                            assertThat(problem.data()).containsEntry("scimType", "invalidFilter"));
        }
    }

    private static ScimQuery query(String filter) {
        return new ScimQuery(Optional.of(filter), 1, 10, true);
    }

    private static JsonNode somebody() {
        try {
            return new ObjectMapper().readTree(SOMEBODY);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
