package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {

    private static final String USER = "0193aaaa-0000-7000-8000-000000000003";

    @TempDir private Path home;

    private final TestingServer server = new TestingServer();

    @AfterEach
    void close() {
        server.close();
    }

    private Result run(String... arguments) {
        return TestingCommand.of(home, server).run(arguments);
    }

    @Test
    void linesAreListed() {
        server.on(
                "GET /audit",
                Answer.json(
                        """
                        {"items":[{"id":7,"at":"2026-11-21T10:15:30Z","actor":"ada",
                         "action":"role-changed","subject":"user:u1","address":"192.0.2.7",
                         "detail":{"roles":"user"}},
                         {"id":6,"at":"2026-11-21T10:15:00Z","action":"sign-in-refused",
                         "detail":{"reason":"unknown-user","more":"x"}}],"next":null}\
                        """));

        assertThat(run("admin", "audit").out())
                .isEqualTo(
                        """
                        2026-11-21T10:15:30Z\tada\trole-changed\tuser:u1\t192.0.2.7\troles=user
                        2026-11-21T10:15:00Z\t\tsign-in-refused\t\t\treason=unknown-user more=x
                        """);
    }

    @Test
    void theyAreSoughtByEverythingThereIs() {
        server.on("GET /audit", Answer.json("{\"items\":[],\"next\":null}"));

        Result result =
                run(
                        "admin",
                        "audit",
                        "--actor",
                        USER,
                        "--action",
                        "signed-in",
                        "--subject",
                        "user:",
                        "--from",
                        "2026-11-21T00:00:00Z",
                        "--to",
                        "2026-11-22T00:00:00Z",
                        "--limit",
                        "5");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(server.asked("GET /audit").getFirst().query())
                .isEqualTo(
                        "actor="
                                + USER
                                + "&action=signed-in&subject=user%3A&from=2026-11-21T00%3A00%3A00Z"
                                + "&to=2026-11-22T00%3A00%3A00Z&size=5");
    }

    @Test
    void aWholeLogIsToldAndGivesAnAnchor() {
        server.on(
                "GET /audit/verify",
                Answer.json(
                        "{\"intact\":true,\"lines\":4711,\"breaks\":[],\"anchor\":\"0-12-9f\"}"));

        Result result = run("admin", "audit", "--verify", "--anchor", "0-11-8e");

        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.out()).isEqualTo("anchor 0-12-9f\n");
        assertThat(result.err()).contains("4711 lines checked, all whole");
        assertThat(server.asked("GET /audit/verify").getFirst().query())
                .isEqualTo("anchor=0-11-8e");
    }

    @Test
    void aBrokenOneFailsAndSaysWhere() {
        server.on(
                "GET /audit/verify",
                Answer.json(
                        """
                        {"intact":false,"lines":4711,"anchor":"0-12-9f","breaks":[
                         {"chain":3,"position":12,"line":99,"reason":"line-changed"}]}\
                        """));

        Result result = run("admin", "audit", "--verify");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("line-changed: chain 3, link 12, line 99");
        assertThat(result.err()).contains("BROKEN");
    }

    @Test
    void othersAreToldWhoMay() {
        server.on("GET /audit", Answer.problem(403, "forbidden", "Forbidden", "Not for you."));

        Result result = run("admin", "audit");

        assertThat(result.code()).isEqualTo(ExitCode.FORBIDDEN.number());
        assertThat(result.err()).contains("artifactor login --admin");
        assertThat(run("admin", "audit", "--anchor", "x").code()).isEqualTo(2);
    }
}
