package io.artifactor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetirementTest {

    private static final LocalDate SINCE = LocalDate.of(2023, 7, 1);
    private static final LocalDate UNTIL = LocalDate.of(2024, 1, 1);

    private static final Retirement WHOLE =
            new Retirement("listOld", Optional.empty(), SINCE, UNTIL, "/new");
    private static final Retirement PART =
            new Retirement("listThings", Optional.of("limit"), SINCE, UNTIL, "/things");
    private static final Retirements BOTH = new Retirements(List.of(WHOLE, PART));

    @Test
    void itIsSaidAsTheStandardsSayIt() {
        MultivaluedMap<String, Object> headers = new MultivaluedHashMap<>();
        headers.add("Link", "</things?page=2>; rel=\"next\"");

        RetirementNotice.tell(WHOLE, headers);

        assertThat(headers.getFirst("Deprecation")).isEqualTo("@1688169600");
        assertThat(headers.getFirst("Sunset")).isEqualTo("Mon, 1 Jan 2024 00:00:00 GMT");
        assertThat(headers.get("Link"))
                .containsExactly(
                        "</things?page=2>; rel=\"next\"",
                        "</api/v1/new>; rel=\"successor-version\", </openapi>; rel=\"deprecation\"");
    }

    @ParameterizedTest
    @CsvSource({
        "listOld, true, 1",
        "listOld, false, 1",
        "listThings, true, 1",
        "listThings, false, 0",
        "other, true, 0"
    })
    void onlyWhoUsesItIsTold(String operation, boolean sendsLimit, int notices) {
        assertThat(BOTH.usedBy(operation, name -> name.equals("limit") && sendsLimit))
                .hasSize(notices);
    }

    @Test
    void nothingGoesSoonerThanPromised() {
        LocalDate tooSoon = SINCE.plusMonths(6).minusDays(1);

        assertThatThrownBy(() -> new Retirement("a", Optional.empty(), SINCE, tooSoon, "/b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-01-01");
        assertThatThrownBy(() -> new Retirement("a", Optional.empty(), SINCE, UNTIL, "things"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDescriptionMarksAWholeOperation() {
        Map<String, Object> operation = new HashMap<>();
        operation.put("description", "All.");

        DescribedRetirements.mark(model(Operation.class, operation), BOTH.of("listOld"));

        assertThat(operation)
                .containsEntry("deprecated", true)
                .containsEntry("x-sunset", "2024-01-01")
                .containsEntry(
                        "description",
                        "All.\n\nDeprecated since 2023-07-01, and may be gone from 2024-01-01 on:"
                                + " use `/new`.");
    }

    @Test
    void theDescriptionMarksOneParameter() {
        Map<String, Object> limit = new HashMap<>(Map.of("name", "limit", "description", "Many."));
        Map<String, Object> size = new HashMap<>(Map.of("name", "size"));
        Map<String, Object> operation = new HashMap<>();
        operation.put(
                "parameters", List.of(model(Parameter.class, limit), model(Parameter.class, size)));

        DescribedRetirements.mark(model(Operation.class, operation), BOTH.of("listThings"));

        assertThat(operation).doesNotContainKey("deprecated");
        assertThat(limit).containsEntry("deprecated", true).containsEntry("x-sunset", "2024-01-01");
        assertThat((String) limit.get("description")).startsWith("Many.\n\nDeprecated since");
        assertThat(size).containsOnlyKeys("name");
    }

    /** A part of a description that keeps what it is given; the runtime's own is not here. */
    private static <T> T model(Class<T> type, Map<String, Object> kept) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> {
                            String name = method.getName();
                            if (name.equals("addExtension")) {
                                kept.put((String) arguments[0], arguments[1]);
                                return proxy;
                            }
                            String property =
                                    name.substring(3, 4).toLowerCase(java.util.Locale.ROOT)
                                            + name.substring(4);
                            if (name.startsWith("set")) {
                                kept.put(property, Objects.requireNonNull(arguments[0]));
                                return null;
                            }
                            return kept.get(property);
                        }));
    }
}
