package io.artifactor.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.artifactor.it.artifact.Rows;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Every operation of the interface and every route beside it, asked by everybody: the answer is the
 * one of the table in {@code docs/security/authorisation.csv}. Each request is about a thing of its
 * own and would succeed for whoever may, so that who asks is what decides.
 */
class AuthorisationMatrixIT extends Casting {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECTIONS = 4;

    /** Who is in a workspace, and what is granted, is remembered for seconds. */
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private static final Duration WORK = Duration.ofMinutes(3);

    private final Calls calls = new Calls();

    /** One operation asked by one caller. */
    private record Cell(String operation, Caller caller, Call call, Optional<String> token) {}

    private record Found(Cell cell, String answer, int status) {}

    /** Leaves nothing that others could take for something of the server's own. */
    @AfterAll
    static void end() throws SQLException {
        Rows.execute("delete from outbox where id > ?", Things.FIRST_ROW);
        await("the end of work on the indexes")
                .atMost(WORK)
                .until(() ->
                        Rows.count(
                                        "select count(*) from search_job"
                                                + " where state in ('queued', 'running')")
                                == 0);
    }

    @Test
    void theTableNamesEveryOperationAndNoOther() throws IOException {
        Set<String> served = operations().keySet();

        assertThat(inInterface(Authorisation.read().operations()))
                .as("operations in the table; served are others")
                .containsExactlyInAnyOrderElementsOf(served);
        assertThat(inInterface(calls.operations()))
                .as("operations this test knows how to ask for")
                .containsExactlyInAnyOrderElementsOf(served);
        assertThat(calls.operations())
                .containsExactlyInAnyOrderElementsOf(Authorisation.read().operations());
    }

    @Test
    void everybodyMayWhatTheTableSays()
            throws IOException, SQLException, InterruptedException, ExecutionException {
        Authorisation table = Authorisation.read();
        List<Cell> cells = cells();

        List<Found> found = new ArrayList<>();
        found.addAll(together(cells.stream().filter(it -> !isEnding(it)).toList()));
        for (Cell cell : inOrder(cells.stream().filter(AuthorisationMatrixIT::isEnding).toList())) {
            found.add(ask(cell));
        }

        assertThat(found).hasSize(calls.operations().size() * Caller.values().length);
        assertThat(found)
                .filteredOn(it ->
                        !it.answer()
                                .equals(table.expected(it.cell().operation(), it.cell().caller())))
                .map(it -> told(it, table))
                .isEmpty();
        assertThat(found)
                .filteredOn(it -> !isDescribed(it))
                .map(AuthorisationMatrixIT::asked)
                .isEmpty();
    }

    private static List<String> inInterface(Set<String> operations) {
        return operations.stream().filter(it -> it.contains(" " + Calls.API)).toList();
    }

    private List<Cell> cells() throws SQLException {
        Cast cast = cast();
        Map<Caller, Cast.Person> leaving = people();
        Things things = new Things(cast);
        List<Cell> cells = new ArrayList<>();
        for (String operation : calls.operations()) {
            for (Caller caller : Caller.values()) {
                boolean ends = SignInCalls.ENDING.contains(operation);
                Optional<Cast.Person> person =
                        Optional.ofNullable((ends ? leaving : cast.people()).get(caller));
                things.askedBy(person);
                cells.add(
                        new Cell(
                                operation,
                                caller,
                                calls.make(operation, things),
                                caller == Caller.LINK
                                        ? cast.token(caller)
                                        : person.flatMap(Cast.Person::token)));
            }
        }
        String workspace = things.workspace();
        String artifact = things.artifact().id();
        things.write();
        awaitRights(cast, workspace, artifact);
        return cells;
    }

    private static void awaitRights(Cast cast, String workspace, String artifact) {
        for (Caller caller : List.of(Caller.VIEWER, Caller.EDITOR, Caller.ADMIN, Caller.OWNER)) {
            await(caller.column())
                    .atMost(REMEMBERED)
                    .until(() -> read(cast.person(caller).user(), workspace).statusCode() == 200);
        }
        for (Caller caller : List.of(Caller.GRANTED_VIEWER, Caller.GRANTED_EDITOR)) {
            await(caller.column())
                    .atMost(REMEMBERED)
                    .until(() ->
                            as(cast.person(caller).user())
                                            .get("/artifacts/{id}", artifact)
                                            .statusCode()
                                    == 200);
        }
    }

    private static boolean isEnding(Cell cell) {
        return SignInCalls.ENDING.contains(cell.operation());
    }

    private static List<Cell> inOrder(List<Cell> cells) {
        return cells.stream()
                .sorted(Comparator.comparing(it -> SignInCalls.ENDING.indexOf(it.operation())))
                .toList();
    }

    private List<Found> together(List<Cell> cells) throws InterruptedException, ExecutionException {
        List<Future<Found>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            cells.forEach(cell -> asked.add(threads.submit(() -> ask(cell))));
        }
        List<Found> found = new ArrayList<>();
        for (Future<Found> each : asked) {
            found.add(each.get());
        }
        return found;
    }

    private static Found ask(Cell cell) throws IOException {
        HttpResponse<byte[]> answer = cell.call().send(cell.token());
        int status = answer.statusCode();
        if (!cell.call().isWell(status)) {
            return new Found(cell, String.valueOf(status), status);
        }
        boolean isPart =
                cell.operation().contains("/batch/") && !cell.operation().endsWith("/download");
        return new Found(cell, isPart ? outcome(answer.body()) : Authorisation.YES, status);
    }

    /** What became of the one artifact many were asked for as. */
    private static String outcome(byte[] body) throws IOException {
        String outcome = JSON.readTree(body).at("/items/0/outcome").asText();
        return switch (outcome) {
            case "done" -> Authorisation.YES;
            case "notFound" -> "404";
            case "refused" -> "403";
            default -> outcome;
        };
    }

    private static boolean isDescribed(Found found) {
        JsonNode described = operations().get(found.cell().operation());
        return described == null || described.path("responses").has(String.valueOf(found.status()));
    }

    private static String told(Found found, Authorisation table) {
        return "%s: %s, expected %s"
                .formatted(
                        asked(found),
                        found.answer(),
                        table.expected(found.cell().operation(), found.cell().caller()));
    }

    private static String asked(Found found) {
        return "%s by %s (%d)"
                .formatted(found.cell().call(), found.cell().caller().column(), found.status());
    }
}
