package io.artifactor.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.importing.BranchAssignment.Place;
import io.artifactor.importing.BranchAssignment.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BranchAssignmentTest {

    @Test
    void aStraightLineIsMain() {
        assertThat(assigned(step("a", null, true), step("b", "a", true), step("c", "b", true)))
                .containsEntry("a", new Place("main", 1))
                .containsEntry("b", new Place("main", 2))
                .containsEntry("c", new Place("main", 3));
    }

    @Test
    void theActivePathIsMainWhereverItStands() {
        assertThat(assigned(step("a", null, true), step("old", "a", false), step("new", "a", true)))
                .containsEntry("new", new Place("main", 2))
                .containsEntry("old", new Place("branch-1", 1));
    }

    @Test
    void versionsWithoutACommonFirstOneStandOnLinesOfTheirOwn() {
        assertThat(assigned(step("a", null, false), step("b", null, true), step("c", "a", false)))
                .containsEntry("b", new Place("main", 1))
                .containsEntry("a", new Place("branch-1", 1))
                .containsEntry("c", new Place("branch-1", 2));
    }

    @Test
    void whatIsOnlyBesideTheActivePathIsStillOnMain() {
        assertThat(assigned(step("a", null, false), step("b", "a", false)))
                .containsEntry("a", new Place("main", 1))
                .containsEntry("b", new Place("main", 2));
    }

    @Test
    void aSideVersionLeavesTheActiveLineFreeToGrow() {
        List<Step> first = List.of(step("a", null, true), step("side", "a", false));
        BranchAssignment lines = new BranchAssignment();
        lines.assign(first);
        List<Step> grown = new ArrayList<>(first);
        grown.add(step("b", "a", true));
        lines.assign(grown);
        assertThat(lines.placeOf("side")).isEqualTo(new Place("branch-1", 1));
        assertThat(lines.placeOf("b")).isEqualTo(new Place("main", 2));
    }

    @Test
    void aVersionMadeByHandIsNotBuiltUpon() {
        BranchAssignment lines = new BranchAssignment();
        lines.keep("a", new Place("main", 1));
        lines.keep("by hand", new Place("main", 2));
        lines.assign(List.of(step("a", null, true), step("b", "a", true)));
        assertThat(lines.placeOf("b")).isEqualTo(new Place("branch-1", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyLineIsAChainCountedFromOne(long seed) {
        List<Step> steps = randomSteps(new Random(seed));
        Map<String, Step> byKey = new HashMap<>();
        steps.forEach(step -> byKey.put(step.key(), step));
        Map<String, TreeMap<Integer, String>> lines = new HashMap<>();
        assigned(steps.toArray(Step[]::new))
                .forEach((key, place) ->
                        lines.computeIfAbsent(place.branch(), b -> new TreeMap<>())
                                .put(place.number(), key));
        assertThat(lines.values().stream().mapToInt(TreeMap::size).sum()).isEqualTo(steps.size());
        for (TreeMap<Integer, String> line : lines.values()) {
            assertThat(line.lastKey()).isEqualTo(line.size());
            for (int number = 2; number <= line.size(); number++) {
                assertThat(byKey.getOrDefault(line.get(number), none()).parent())
                        .isEqualTo(line.get(number - 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatHasAPlaceKeepsItHoweverTheTreeGrows(long seed) {
        Random random = new Random(seed);
        List<Step> all = randomSteps(random);
        BranchAssignment lines = new BranchAssignment();
        Map<String, Place> before = new HashMap<>();
        for (int size = 1; size <= all.size(); size += 1 + random.nextInt(3)) {
            List<Step> now = activeAnew(all.subList(0, size), random);
            lines.assign(now);
            before.forEach((key, place) -> assertThat(lines.placeOf(key)).isEqualTo(place));
            now.forEach(step -> before.put(step.key(), lines.placeOf(step.key())));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void growingByAndByIsTheSameAsAllAtOnce(long seed) {
        Random random = new Random(seed);
        List<Step> all = randomSteps(random);
        Map<String, Place> atOnce = assigned(all.toArray(Step[]::new));
        BranchAssignment lines = new BranchAssignment();
        // While nothing of it is active yet, another line is rightly main.
        int size =
                IntStream.range(0, all.size())
                        .filter(i -> all.get(i).active())
                        .findFirst()
                        .getAsInt();
        while (size < all.size()) {
            size = Math.min(all.size(), size + 1 + random.nextInt(4));
            // A restart reads what is kept, so nothing but the places may be needed.
            BranchAssignment read = new BranchAssignment();
            for (Step step : all.subList(0, size)) {
                if (lines.isPlaced(step.key())) {
                    read.keep(step.key(), lines.placeOf(step.key()));
                }
            }
            lines = read;
            lines.assign(all.subList(0, size));
        }
        for (Step step : all) {
            assertThat(lines.placeOf(step.key())).isEqualTo(atOnce.get(step.key()));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /** A tree in the order of its making, with one path from a root to a leaf active. */
    private static List<Step> randomSteps(Random random) {
        int size = 1 + random.nextInt(25);
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            boolean root = i == 0 || random.nextInt(12) == 0;
            steps.add(step("v" + i, root ? null : "v" + random.nextInt(i), false));
        }
        return activeAnew(steps, random);
    }

    private static List<Step> activeAnew(List<Step> steps, Random random) {
        Map<String, Step> byKey = new HashMap<>();
        steps.forEach(step -> byKey.put(step.key(), step));
        Set<String> active = new HashSet<>();
        String key = steps.get(random.nextInt(steps.size())).key();
        while (key != null) {
            active.add(key);
            key = byKey.getOrDefault(key, none()).parent();
        }
        return steps.stream()
                .map(step -> step(step.key(), step.parent(), active.contains(step.key())))
                .toList();
    }

    private static Map<String, Place> assigned(Step... steps) {
        BranchAssignment lines = new BranchAssignment();
        lines.assign(List.of(steps));
        Map<String, Place> places = new HashMap<>();
        for (Step step : steps) {
            places.put(step.key(), lines.placeOf(step.key()));
        }
        return places;
    }

    private static Step step(String key, @Nullable String parent, boolean active) {
        return new Step(key, parent, active);
    }

    private static Step none() {
        return step("none", null, false);
    }
}
