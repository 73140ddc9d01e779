package io.artifactor.importing;

import io.artifactor.artifact.ArtifactHead;
import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.KnownVersion;
import io.artifactor.artifact.VersionId;
import io.artifactor.artifact.VersionLook;
import io.artifactor.importing.BranchAssignment.Place;
import io.artifactor.importing.BranchAssignment.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out of all the versions that a file has of one artifact which are new, on which lines they
 * belong, and which version the artifact shows then.
 *
 * <p>It shows the last version on the conversation's active path. If it shows a version somebody
 * made here by hand, it goes on showing that one, and a title given here stays: an import adds, and
 * never hides what people did.
 *
 * <p>Used by one thread, for one artifact.
 */
final class VersionPlan {

    private static final String MAIN = "main";

    private final Optional<KnownArtifact> artifact;
    private final ArtifactLook offered;
    private final String current;
    private final Map<String, KnownVersion> known = new HashMap<>();
    private final List<ReadVersion> read = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, VersionId> ids = new HashMap<>();
    private final BranchAssignment lines = new BranchAssignment();

    /**
     * @param artifact as it is kept, if it is
     * @param offered what the file says of its current version
     * @param current the key of the version the active path ends with
     */
    VersionPlan(Optional<KnownArtifact> artifact, ArtifactLook offered, String current) {
        this.artifact = artifact;
        this.offered = offered;
        this.current = current;
        for (KnownVersion version :
                artifact.map(KnownArtifact::versions).orElse(List.<KnownVersion>of())) {
            String key = version.sourceKey().orElse("by hand " + version.id());
            known.put(key, version);
            ids.put(key, version.id());
            lines.keep(key, new Place(version.branch(), version.number()));
        }
    }

    /** The version kept under this key, whose content need not be stored again. */
    Optional<KnownVersion> known(String key) {
        return Optional.ofNullable(known.get(key));
    }

    /** Takes the versions one by one, each after its parent; a key that came before is ignored. */
    void add(ReadVersion version) {
        if (seen.add(version.key())) {
            ids.putIfAbsent(version.key(), VersionId.next());
            read.add(version);
        }
    }

    /** How many versions were read, new and old. */
    int size() {
        return read.size();
    }

    /** How many of the new ones stand for a change that could not be applied. */
    long newlyBroken() {
        return read.stream().filter(it -> isNew(it) && it.problem() != null).count();
    }

    /** The versions to add, in the order they were read. */
    List<IncomingVersion> fresh() {
        Set<String> active = activePath();
        lines.assign(
                read.stream()
                        .map(it -> new Step(it.key(), it.parent(), active.contains(it.key())))
                        .toList());
        return read.stream().filter(this::isNew).map(this::incoming).toList();
    }

    private Set<String> activePath() {
        Map<String, ReadVersion> byKey = new HashMap<>();
        read.forEach(version -> byKey.put(version.key(), version));
        Set<String> active = new HashSet<>();
        String key = current;
        while (key != null && active.add(key)) {
            ReadVersion version = byKey.get(key);
            key = version == null ? null : version.parent();
        }
        return active;
    }

    /** The version to show; to be asked after {@link #fresh}. */
    ArtifactHead head() {
        if (showsHandMade()) {
            return artifact.flatMap(KnownArtifact::head).orElseThrow();
        }
        ReadVersion shown = shown();
        return new ArtifactHead(
                Objects.requireNonNull(ids.get(shown.key())),
                lines.placeOf(shown.key()).branch(),
                shown.content().digest().hex(),
                shown.content().size());
    }

    /** What people see of the artifact then; to be asked after {@link #fresh}. */
    ArtifactLook look() {
        if (artifact.isEmpty()) {
            return offered;
        }
        ArtifactLook now = artifact.get().look();
        Optional<VersionLook> before = artifact.get().headVersion().map(KnownVersion::look);
        if (showsHandMade() || before.isEmpty()) {
            return now;
        }
        boolean retitled = !now.title().equals(before.get().title());
        boolean respoken = !Objects.equals(now.language(), before.get().language());
        boolean sameType = offered.mediaType().equals(before.get().mediaType());
        return new ArtifactLook(
                retitled ? now.title() : offered.title(),
                sameType ? now.kind() : offered.kind(),
                respoken ? now.language() : offered.language(),
                offered.mediaType(),
                sameType ? now.fileName() : offered.fileName());
    }

    private boolean showsHandMade() {
        return artifact.flatMap(KnownArtifact::headVersion)
                .map(KnownVersion::sourceKey)
                .filter(Optional::isEmpty)
                .isPresent();
    }

    private ReadVersion shown() {
        ReadVersion onMain = null;
        for (ReadVersion version : read) {
            if (version.key().equals(current)) {
                return version;
            }
            if (lines.placeOf(version.key()).branch().equals(MAIN)) {
                onMain = version;
            }
        }
        return onMain == null ? read.getLast() : onMain;
    }

    private boolean isNew(ReadVersion version) {
        return !known.containsKey(version.key());
    }

    private IncomingVersion incoming(ReadVersion version) {
        Place place = lines.placeOf(version.key());
        VersionId parent = version.parent() == null ? null : ids.get(version.parent());
        return new IncomingVersion(
                Objects.requireNonNull(ids.get(version.key())),
                new IncomingVersion.Line(place.branch(), place.number(), parent),
                version.key(),
                version.content(),
                version.look(),
                version.making(),
                version.problem());
    }
}
