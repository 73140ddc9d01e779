package io.artifactor.importing.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A thing with the tree of its versions, whose contents are computed while they are handed out.
 *
 * <p>First the path that is shown, then, walking that path a second time, what branches off it, in
 * the order of the export. Of several branches the heaviest comes last, so that for n versions no
 * more than log n contents wait for their turn.
 */
final class GrownArtifact implements ImportedArtifact {

    private static final Comparator<VersionNode> BY_PLACE =
            Comparator.comparingInt(node -> node.place);
    private static final Comparator<VersionNode> LIGHT_FIRST =
            Comparator.<VersionNode>comparingInt(node -> node.weight).thenComparing(BY_PLACE);

    private final String key;
    private final String fallbackTitle;
    private final List<VersionNode> nodes;
    private final VersionNode current;

    /** All versions, each after its parent. */
    GrownArtifact(String key, String fallbackTitle, List<VersionNode> nodes) {
        this.key = key;
        this.fallbackTitle = fallbackTitle;
        this.nodes = List.copyOf(nodes);
        VersionNode last = nodes.getLast();
        for (VersionNode node : this.nodes) {
            last = node.active || !last.active ? node : last;
        }
        this.current = last;
        for (VersionNode node : this.nodes.reversed()) {
            if (node.parent != null) {
                node.parent.weight += node.weight;
            }
        }
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String title() {
        return titleOf(current);
    }

    @Override
    public String kind() {
        return typeOf(current).kind();
    }

    @Override
    public @Nullable String language() {
        return typeOf(current).language();
    }

    @Override
    public String mediaType() {
        return typeOf(current).mediaType();
    }

    @Override
    public String fileName() {
        return typeOf(current).fileName(current.look.fileName(), title());
    }

    @Override
    public int versionCount() {
        return nodes.size();
    }

    @Override
    public String currentVersionKey() {
        return current.operation.key();
    }

    @Override
    public void replay(Consumer<ImportedVersion> versions) {
        List<VersionNode> roots =
                nodes.stream().filter(node -> node.parent == null).sorted(BY_PLACE).toList();
        for (VersionNode root : roots) {
            if (root.active) {
                path(root, versions);
            }
        }
        for (VersionNode root : roots) {
            if (!root.active) {
                branch(root, "", versions);
            } else if (root.weight > 1) {
                branches(root, versions);
            }
        }
    }

    /** The versions of the path that is shown. */
    private void path(VersionNode root, Consumer<ImportedVersion> versions) {
        String content = "";
        for (VersionNode at = root; at != null; at = activeChild(at)) {
            content = hand(at, content, versions);
        }
    }

    /** What branches off that path, whose contents are made once more on the way. */
    private void branches(VersionNode root, Consumer<ImportedVersion> versions) {
        long left = nodes.stream().filter(node -> !node.active && node.parent != null).count();
        String content = "";
        for (VersionNode at = root; at != null && left > 0; at = activeChild(at)) {
            content = at.operation.edit().apply(content).content();
            List<VersionNode> children = at.children.stream().sorted(BY_PLACE).toList();
            for (VersionNode child : children) {
                if (!child.active) {
                    left -= child.weight;
                    branch(child, content, versions);
                }
            }
        }
    }

    private void branch(VersionNode from, String before, Consumer<ImportedVersion> versions) {
        VersionNode at = from;
        String content = before;
        while (true) {
            content = hand(at, content, versions);
            if (at.children.isEmpty()) {
                return;
            }
            List<VersionNode> lightFirst = new ArrayList<>(at.children);
            lightFirst.sort(LIGHT_FIRST);
            VersionNode heaviest = lightFirst.removeLast();
            for (VersionNode child : lightFirst) {
                branch(child, content, versions);
            }
            at = heaviest;
        }
    }

    private String hand(VersionNode node, String before, Consumer<ImportedVersion> versions) {
        Edit.Applied applied = node.operation.edit().apply(before);
        ContentType type = typeOf(node);
        versions.accept(
                new ImportedVersion(
                        node.operation.key(),
                        node.parent == null ? null : node.parent.operation.key(),
                        applied.content(),
                        titleOf(node),
                        type.language(),
                        type.mediaType(),
                        node.turn.id(),
                        node.turn.model(),
                        node.turn.at(),
                        applied.problem()));
        return applied.content();
    }

    private static @Nullable VersionNode activeChild(VersionNode node) {
        for (VersionNode child : node.children) {
            if (child.active) {
                return child;
            }
        }
        return null;
    }

    private String titleOf(VersionNode node) {
        String title = node.look.title();
        return title == null || title.isBlank() ? fallbackTitle : title.strip();
    }

    private static ContentType typeOf(VersionNode node) {
        Look look = node.look;
        return ContentType.of(look.type(), look.language(), look.fileName());
    }
}
