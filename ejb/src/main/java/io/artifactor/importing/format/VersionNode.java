package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a thing in the tree of its versions; built once, then only read. */
final class VersionNode {

    final Operation operation;
    final Turn turn;

    /** Where the message stands in the export. */
    final int place;

    final boolean active;
    final @Nullable VersionNode parent;

    /** What is known about the thing at this point. */
    final Look look;

    final List<VersionNode> children = new ArrayList<>(1);

    /** How many versions hang on this one, itself included; known when the tree is complete. */
    int weight = 1;

    VersionNode(
            Operation operation,
            Turn turn,
            int place,
            boolean active,
            @Nullable VersionNode parent) {
        this.operation = operation;
        this.turn = turn;
        this.place = place;
        this.active = active;
        this.parent = parent;
        this.look = parent == null ? operation.look() : operation.look().over(parent.look);
        if (parent != null) {
            parent.children.add(this);
        }
    }
}
