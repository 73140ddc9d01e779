package io.artifactor.it.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.artifactor.it.RunningServer;
import io.artifactor.it.TestingUser;
import io.artifactor.it.artifact.Rows;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Worlds of users, workspaces, groups, memberships, grants and visibilities as chance has it, which
 * change once: lists, counts, searches in either index, reading and editing one by one all say the
 * same, and it is what a model of the rules says. {@code -Dit.worlds=5000} makes so many of them,
 * {@code -Dit.worlds.seed} the same ones again.
 */
class RandomWorldsIT extends Places {

    private static final int WORLDS = Integer.getInteger("it.worlds", 30);
    private static final long SEED = Long.getLong("it.worlds.seed", System.nanoTime());

    /** So many share their users, who come to be in many places. */
    private static final int TOGETHER = 40;

    private static final int USERS = 4;
    private static final Duration INDEXED = Duration.ofSeconds(60);
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    private final Random random = new Random(SEED);
    private final TestingUser founder = lasting(newUser());
    private final String template = artifact(founder, personalOf(founder), "Template");

    private final Questions ask = new Questions(RunningServer.stack().url());

    /** Their ids. */
    private final Map<TestingUser, String> users = new LinkedHashMap<>();

    @Test
    void everyWayOfAskingGivesTheSameAnswer() throws SQLException {
        String founderId = idOf(founder);
        for (int made = 0; made < WORLDS; made += TOGETHER) {
            users.clear();
            for (int i = 0; i < USERS; i++) {
                TestingUser user = newUser();
                users.put(user, idOf(user));
            }
            List<World> worlds = new ArrayList<>();
            for (int i = made; i < Math.min(made + TOGETHER, WORLDS); i++) {
                String word = "w" + i + "x" + Long.toHexString(random.nextLong());
                World world =
                        new World(
                                random.nextLong(),
                                word,
                                founderId,
                                template,
                                List.copyOf(users.values()));
                Rows.execute(world.sql());
                worlds.add(world);
            }
            worlds.parallelStream().forEach(this::awaitIndexes);
            worlds.parallelStream().forEach(this::check);
            for (World world : worlds) {
                Rows.execute(world.change());
            }
            worlds.parallelStream().forEach(this::checkChanged);
            Rows.leaveNothingPublic();
        }
    }

    private void awaitIndexes(World world) {
        Set<String> all = Set.copyOf(world.artifacts());
        await("the indexes, seed " + SEED)
                .atMost(INDEXED)
                .until(() ->
                        ask.listed(founder, world).equals(all)
                                && ask.found(founder, world).equals(all)
                                && ask.suggested(founder, world).equals(all));
    }

    private void checkChanged(World world) {
        users.forEach((user, id) -> {
            Set<String> expected = world.readableBy(id);
            await("the change, seed " + SEED + ", world " + world.word() + ", user " + id)
                    .atMost(INDEXED)
                    .untilAsserted(() -> {
                        assertThat(ask.listed(user, world)).isEqualTo(expected);
                        assertThat(ask.found(user, world)).isEqualTo(expected);
                        assertThat(ask.suggested(user, world)).isEqualTo(expected);
                    });
        });
    }

    private void check(World world) {
        for (Map.Entry<TestingUser, String> each : users.entrySet()) {
            TestingUser user = each.getKey();
            String id = each.getValue();
            Set<String> expected = world.readableBy(id);
            String what = "seed " + SEED + ", world " + world.word() + ", user " + id;
            await(what)
                    .atMost(REMEMBERED)
                    .untilAsserted(() -> assertThat(ask.listed(user, world)).isEqualTo(expected));
            assertThat(ask.found(user, world)).as(what).isEqualTo(expected);
            assertThat(ask.suggested(user, world)).as(what).isEqualTo(expected);
            for (String artifact : world.artifacts()) {
                assertThat(ask.reading(user, artifact))
                        .as(what + " and " + artifact)
                        .isEqualTo(world.mayRead(id, artifact) ? 200 : 404);
            }
            List<String> artifacts = world.artifacts();
            int any = Math.floorMod(world.word().hashCode(), artifacts.size());
            checkEditing(user, id, world, artifacts.get(any));
        }
    }

    private void checkEditing(TestingUser user, String id, World world, String artifact) {
        int refused = world.mayRead(id, artifact) ? 403 : 404;
        assertThat(ask.describe(user, artifact, "at " + Instant.now()))
                .as("seed %d, world %s, user %s and %s", SEED, world.word(), id, artifact)
                .isEqualTo(world.mayEdit(id, artifact) ? 200 : refused);
    }
}
