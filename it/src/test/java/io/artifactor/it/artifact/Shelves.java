package io.artifactor.it.artifact;

import io.artifactor.it.TestingUser;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** What tests of the order of a library say again and again. */
abstract class Shelves extends Library {

    static Response send(TestingUser user, String path, Object body) {
        return as(user).contentType(ContentType.JSON).body(body).post(path);
    }

    static Response change(TestingUser user, String path, String tag, Object body) {
        return as(user).contentType(ContentType.JSON)
                .header("If-Match", tag)
                .body(body)
                .patch(path);
    }

    static Response delete(TestingUser user, String path) {
        return as(user).header("If-Match", "*").delete(path);
    }

    static String folder(TestingUser user, String name, String parent) {
        return send(user, "/folders", Map.of("name", name, "parentId", parent))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String folder(TestingUser user, String name) {
        return folder(user, name, "");
    }

    /** Adds an artifact of that title with more fields. */
    static String added(TestingUser user, String title, Map<String, ?> fields) {
        Map<String, Object> body = new HashMap<>(fields);
        body.put("title", title);
        body.putIfAbsent("content", "content of " + title);
        return post(user, body).then().statusCode(201).extract().path("id");
    }

    static List<String> titles(TestingUser user, Map<String, ?> filters) {
        Map<String, Object> parameters = new HashMap<>(filters);
        parameters.put("sort", "title");
        Response answer = list(user, parameters);
        answer.then().statusCode(200);
        return answer.path("items.title");
    }

    static int statements(Response answer) {
        return Integer.parseInt(answer.header("X-Sql-Statements"));
    }

    static String workspaceOf(TestingUser user) {
        return as(user).get("/auth/me").path("personalWorkspaceId");
    }

    /** Lets the guest into the owner's workspace. */
    static void invite(TestingUser owner, TestingUser guest, String role) throws SQLException {
        Rows.execute(
                """
                insert into membership (workspace_id, user_id, role, since)
                select w.id, g.id, ?, now() from workspace w join app_user o on o.id = w.owner_id,
                    app_user g
                where w.personal and o.username = ? and g.username = ?
                """,
                role,
                owner.username(),
                guest.username());
    }

    /** Does all of these at the same moment. */
    static <T> List<T> together(List<Callable<T>> tasks) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newFixedThreadPool(tasks.size())) {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> task : tasks) {
                running.add(
                        executor.submit(() -> {
                            start.await();
                            return task.call();
                        }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
