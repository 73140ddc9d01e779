package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which message follows which, and which of them the vendor shows.
 *
 * <p>Without any parent links the order of the list counts. A link to a message that is not in the
 * export, or that would lead in a circle, begins a thread of its own.
 */
final class ConversationTree {

    private static final int NONE = -1;

    private final int[] parents;
    private final boolean[] active;
    private final List<List<Integer>> children = new ArrayList<>();
    private final List<Integer> roots = new ArrayList<>();

    ConversationTree(List<Turn> turns, @Nullable String leaf) {
        parents = new int[turns.size()];
        active = new boolean[turns.size()];
        boolean linked = turns.stream().anyMatch(turn -> turn.parent() != null);
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < turns.size(); i++) {
            places.put(turns.get(i).id(), i);
            children.add(new ArrayList<>(1));
        }
        for (int i = 0; i < turns.size(); i++) {
            parents[i] = linked ? parentOf(turns.get(i), places) : i - 1;
        }
        cutCircles();
        for (int i = 0; i < parents.length; i++) {
            (parents[i] == NONE ? roots : children.get(parents[i])).add(i);
        }
        Integer named = leaf == null || !linked ? null : places.get(leaf);
        markActive(named == null ? parents.length - 1 : named);
    }

    /** Messages in an order where each comes after the one it follows; those shown come first. */
    List<Integer> roots() {
        return activeFirst(roots);
    }

    List<Integer> children(int turn) {
        return activeFirst(children.get(turn));
    }

    boolean isActive(int turn) {
        return active[turn];
    }

    private static int parentOf(Turn turn, Map<String, Integer> places) {
        String parent = turn.parent();
        Integer place = parent == null ? null : places.get(parent);
        return place == null ? NONE : place;
    }

    private void cutCircles() {
        byte[] state = new byte[parents.length];
        int[] way = new int[parents.length];
        for (int i = 0; i < parents.length; i++) {
            int length = 0;
            int at = i;
            while (at != NONE && state[at] == 0) {
                state[at] = 1;
                way[length++] = at;
                at = parents[at];
            }
            if (at != NONE && state[at] == 1) {
                parents[firstOf(at)] = NONE;
            }
            for (int k = 0; k < length; k++) {
                state[way[k]] = 2;
            }
        }
    }

    /** The earliest message of the circle this one lies on: its link is the wrong one. */
    private int firstOf(int member) {
        int first = member;
        for (int at = parents[member]; at != member; at = parents[at]) {
            first = Math.min(first, at);
        }
        return first;
    }

    private void markActive(int leaf) {
        for (int at = leaf; at != NONE; at = parents[at]) {
            active[at] = true;
        }
    }

    private List<Integer> activeFirst(List<Integer> turns) {
        if (turns.size() < 2) {
            return turns;
        }
        Integer[] sorted = turns.toArray(Integer[]::new);
        Arrays.sort(sorted, (a, b) -> Boolean.compare(active[b], active[a]));
        return Arrays.asList(sorted);
    }
}
