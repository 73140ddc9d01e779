package io.artifactor.it.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.TestingUser;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody who may read 200 workspaces with many artifacts pays what everybody else does. */
class LargeLibraryIT extends Library {

    private static final int ARTIFACTS = Integer.getInteger("it.large.artifacts", 10_000);
    private static final int WORKSPACES = 200;

    @ParameterizedTest
    @CsvSource({"user", "admin"})
    void aListCostsTheSameHoweverMuchThereIsToRead(String role) throws Exception {
        TestingUser user = newUser(new HashSet<>(List.of("user", role)));
        for (int i = 0; i < 21; i++) {
            add(user, "T" + i, "content " + i);
        }
        Map<String, Object> asked = Map.of("size", 20, "sort", "title", "total", true);
        Response few = list(user, asked);

        enlarge(user);

        Response many =
                await("the memberships to be known")
                        .until(
                                () -> list(user, asked),
                                answer ->
                                        Integer.valueOf(21 + ARTIFACTS)
                                                .equals(answer.path("total")));
        assertThat(statements(many)).isEqualTo(statements(few));
        assertThat(statements(deep(user, asked, 30))).isLessThan(statements(many));
    }

    /** So many pages later, by cursors alone; each page is full and begins where one ended. */
    private static Response deep(TestingUser user, Map<String, Object> asked, int pages) {
        Map<String, Object> parameters = new HashMap<>(asked);
        parameters.put("total", false);
        Response page = list(user, parameters);
        for (int i = 0; i < pages; i++) {
            String last = page.path("items[-1].title");
            parameters.put("cursor", page.path("next"));
            page = list(user, parameters);
            assertThat(page.<List<?>>path("items")).hasSize(20);
            assertThat(page.<String>path("items[0].title")).isGreaterThanOrEqualTo(last);
        }
        return page;
    }

    private static void enlarge(TestingUser user) throws SQLException {
        Rows.execute(
                """
                create temporary table place as
                    select gen_random_uuid() as id, g as n, u.id as owner
                    from app_user u, generate_series(1, %1$d) g where u.username = ?;
                insert into workspace (id, name, owner_id, personal, created_at)
                    select id, 'W' || n, owner, false, now() from place;
                insert into membership (workspace_id, user_id, role, since)
                    select id, owner, 'viewer', now() from place;
                create temporary table added as
                    select gen_random_uuid() as id, gen_random_uuid() as head, p.id as place,
                        p.owner, 'Many ' || md5(g::text) as title,
                        c.sha256
                    from generate_series(1, %2$d) g join place p on p.n = 1 + g %% %1$d,
                        (select min(a.sha256) as sha256 from artifact a
                            where a.owner_id = (select owner from place limit 1)) c;
                insert into artifact (id, workspace_id, owner_id, title, kind, media_type,
                        file_name, source, head_id, version_count, size, sha256, created_at,
                        updated_at)
                    select id, place, owner, title, 'code', 'text/plain', 'many.txt', 'api', head, 1, 1,
                        sha256, now(), now() from added;
                insert into artifact_version (id, artifact_id, branch, number, sha256, size,
                        title, media_type, author_id, created_at)
                    select head, id, 'main', 1, sha256, 1, title, 'text/plain', owner, now()
                    from added;
                drop table added;
                drop table place
                """
                        .formatted(WORKSPACES, ARTIFACTS),
                user.username());
    }

    private static int statements(Response answer) {
        return Integer.parseInt(answer.header("X-Sql-Statements"));
    }
}
