package io.artifactor.importing.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets things grow along the branches of a conversation: an operation continues what the same thing
 * was at that point of its own branch, and knows nothing of sibling branches.
 */
final class ArtifactGrowth {

    private final List<Turn> turns;
    private final ConversationTree tree;
    private final Notes notes;
    private final Map<String, VersionNode> tips = new HashMap<>();
    private final Map<String, List<VersionNode>> grown = new LinkedHashMap<>();
    private final Map<String, Integer> firstTurn = new HashMap<>();

    private ArtifactGrowth(List<Turn> turns, ConversationTree tree, Notes notes) {
        this.turns = turns;
        this.tree = tree;
        this.notes = notes;
    }

    /**
     * All things, in the order of their first message.
     *
     * @param leftOut keys of things that shall not become artifacts
     */
    static List<ImportedArtifact> grow(
            List<Turn> turns,
            ConversationTree tree,
            Notes notes,
            Set<String> leftOut,
            String conversationTitle) {
        ArtifactGrowth growth = new ArtifactGrowth(turns, tree, notes);
        growth.walk(leftOut);
        List<String> keys = new ArrayList<>(growth.grown.keySet());
        keys.sort(Comparator.comparingInt(key -> growth.firstTurn.getOrDefault(key, 0)));
        List<ImportedArtifact> artifacts = new ArrayList<>();
        for (String key : keys) {
            List<VersionNode> nodes = growth.grown.getOrDefault(key, List.of());
            artifacts.add(new GrownArtifact(key, conversationTitle, nodes));
        }
        return artifacts;
    }

    /** A message to enter, or, with what it changed, to leave again. */
    private record Step(int turn, @Nullable Map<String, VersionNode> before) {}

    private void walk(Set<String> leftOut) {
        Deque<Step> open = new ArrayDeque<>();
        push(open, tree.roots());
        while (!open.isEmpty()) {
            Step step = open.pop();
            if (step.before() != null) {
                step.before().forEach(this::restore);
                continue;
            }
            Map<String, VersionNode> before = enter(step.turn(), leftOut);
            if (!before.isEmpty()) {
                open.push(new Step(step.turn(), before));
            }
            push(open, tree.children(step.turn()));
        }
    }

    private static void push(Deque<Step> open, List<Integer> turns) {
        for (Integer turn : turns.reversed()) {
            open.push(new Step(turn, null));
        }
    }

    private void restore(String key, VersionNode before) {
        if (before == NOTHING) {
            tips.remove(key);
        } else {
            tips.put(key, before);
        }
    }

    /** Applies a message's operations; answers what its things were before. */
    private Map<String, VersionNode> enter(int index, Set<String> leftOut) {
        Turn turn = turns.get(index);
        Map<String, VersionNode> before = new HashMap<>();
        for (Operation operation : turn.operations()) {
            String key = operation.artifactKey();
            if (leftOut.contains(key)) {
                continue;
            }
            VersionNode tip = tips.get(key);
            if (tip == null && operation.edit().needsBase()) {
                notes.add(
                        "update-without-create",
                        "A change of something that was not made on this branch, in message "
                                + turn.id(),
                        key);
                continue;
            }
            VersionNode node = new VersionNode(operation, turn, index, tree.isActive(index), tip);
            before.putIfAbsent(key, tip == null ? NOTHING : tip);
            tips.put(key, node);
            grown.computeIfAbsent(key, k -> new ArrayList<>()).add(node);
            firstTurn.merge(key, index, Math::min);
        }
        return before;
    }

    private static final VersionNode NOTHING =
            new VersionNode(
                    new Operation("", "", new Edit.Impossible(""), Look.SILENT),
                    new Turn("", null, Sender.SYSTEM, null, "", null, false, null, List.of()),
                    0,
                    false,
                    null);
}
