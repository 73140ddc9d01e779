package io.artifactor.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the versions of one imported artifact on named lines: {@code main}, {@code branch-1}, {@code
 * branch-2} and so on.
 *
 * <p>The versions on the conversation's active path come first, so they make {@code main}. A
 * version continues the line its parent is the tip of; any other opens a new line. What has a place
 * keeps it for ever, so that a grown export only appends. For the same reason a version beside the
 * active path never continues a line that the active path may still continue.
 *
 * <p>Used by one thread, for one artifact.
 */
final class BranchAssignment {

    private static final String MAIN = "main";

    /**
     * A version as the export tells it.
     *
     * @param key what makes it the same version the next time
     * @param parent the key of the version it was made from; none for a first version
     * @param active whether it lies on the conversation's active path
     */
    record Step(String key, @Nullable String parent, boolean active) {

        Step {
            Objects.requireNonNull(key, "key");
        }
    }

    /** A line and the number on it, counted from 1. */
    record Place(String branch, int number) {}

    private record Tip(String key, int number) {}

    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, Tip> tips = new HashMap<>();

    /** A version that is already kept; one without a key in the export may have any unique key. */
    void keep(String key, Place place) {
        places.put(key, place);
        tips.merge(
                place.branch(),
                new Tip(key, place.number()),
                (one, other) -> one.number() > other.number() ? one : other);
    }

    /** Gives every version a place; parents come before their children. */
    void assign(List<Step> steps) {
        Set<String> active = new HashSet<>();
        for (Step step : steps) {
            if (step.active()) {
                active.add(step.key());
                place(step, active);
            }
        }
        for (Step step : steps) {
            if (!step.active()) {
                place(step, active);
            }
        }
    }

    /** Where the version with this key stands. */
    Place placeOf(String key) {
        return Objects.requireNonNull(places.get(key), "a version that was not assigned");
    }

    boolean isPlaced(String key) {
        return places.containsKey(key);
    }

    private void place(Step step, Set<String> active) {
        if (places.containsKey(step.key())) {
            return;
        }
        Place parent = step.parent() == null ? null : places.get(step.parent());
        if (parent != null && continues(step, parent, active)) {
            keep(step.key(), new Place(parent.branch(), parent.number() + 1));
        } else {
            keep(step.key(), new Place(newBranch(), 1));
        }
    }

    private boolean continues(Step step, Place parent, Set<String> active) {
        Tip tip = Objects.requireNonNull(tips.get(parent.branch()), "a line without a tip");
        return tip.key().equals(step.parent()) && (step.active() || !active.contains(tip.key()));
    }

    private String newBranch() {
        if (!tips.containsKey(MAIN)) {
            return MAIN;
        }
        int number = 1;
        while (tips.containsKey("branch-" + number)) {
            number++;
        }
        return "branch-" + number;
    }
}
