package io.artifactor.importing;

import io.artifactor.artifact.ArtifactLook;
import io.artifactor.artifact.ContentDetection;
import io.artifactor.artifact.ContentTraits;
import io.artifactor.artifact.IncomingArtifact;
import io.artifactor.artifact.IncomingVersion;
import io.artifactor.artifact.KnownArtifact;
import io.artifactor.artifact.KnownVersion;
import io.artifactor.artifact.SameFile;
import io.artifactor.artifact.Source;
import io.artifactor.artifact.TrashedFile;
import io.artifactor.artifact.VersionLook;
import io.artifactor.importing.format.ImportedFile;
import io.artifactor.storage.Sha256;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Plans one file: an artifact whose versions are its contents in the order they were imported. The
 * same path of an archive of the same name is the same artifact. Used by one thread.
 */
final class FilePlanner {

    private final ImportTarget target;
    private final KnownThings known;
    private final ContentSink contents;
    private final ChunkPlan plan;

    FilePlanner(ImportTarget target, KnownThings known, ContentSink contents, ChunkPlan plan) {
        this.target = target;
        this.known = known;
        this.contents = contents;
        this.plan = plan;
    }

    static String sourceKey(ImportTarget target, ImportedFile file) {
        return Storable.key("file:" + target.fileName() + "/" + file.path());
    }

    static SameFile identity(ImportedFile file, KeptFile kept) {
        return new SameFile(kept.blob().digest(), name(file));
    }

    private static String name(ImportedFile file) {
        return Storable.title(file.title(), "file");
    }

    void add(ImportedFile file, KeptFile kept) {
        plan.countArtifact(1);
        ArtifactPlanner.Item item = item(file);
        Optional<KnownArtifact> before = known.artifact(item.origin().sourceKey());
        List<KnownVersion> imported = imported(before);
        Optional<KnownVersion> last =
                imported.stream().max(Comparator.comparing(it -> it.id().value()));
        boolean deleted = known.isDeleted(item.origin().sourceKey());
        if ((before.isEmpty() || deleted) && bringBack(item, identity(file, kept))) {
            return;
        }
        ArtifactLook look = look(file, kept);
        boolean same = last.filter(it -> it.content().equals(kept.blob())).isPresent();
        String key =
                same
                        ? last.flatMap(KnownVersion::sourceKey).orElseThrow()
                        : versionKey(kept.blob().digest(), imported.size() + 1);
        VersionPlan versions = new VersionPlan(before, look, key);
        RoomedSink sink = sink(item, before);
        kept.bytes().filter(bytes -> !same && !deleted).ifPresent(sink::keep);
        versions.add(
                new ReadVersion(
                        key,
                        same ? null : last.flatMap(KnownVersion::sourceKey).orElse(null),
                        kept.blob(),
                        new VersionLook(look.title(), look.language(), look.mediaType()),
                        new IncomingVersion.Making(
                                null, null, Storable.instantOrNull(file.modifiedAt())),
                        null));
        new ArtifactPlanner(known, plan).add(item, versions, sink.refusal());
    }

    private RoomedSink sink(ArtifactPlanner.Item item, Optional<KnownArtifact> before) {
        return new RoomedSink(contents, plan.room(), item.owner(before), target.workspace());
    }

    private ArtifactPlanner.Item item(ImportedFile file) {
        return new ArtifactPlanner.Item(
                new IncomingArtifact.Origin(
                        target.workspace(),
                        target.user(),
                        Source.UPLOAD,
                        sourceKey(target, file),
                        null),
                ItemKind.FILE,
                Storable.key(file.path()),
                null);
    }

    /** The same file in the trash comes back, once, rather than another one be added. */
    private boolean bringBack(ArtifactPlanner.Item item, SameFile identity) {
        TrashedFile lying = known.trash().get(identity);
        if (lying == null) {
            return false;
        }
        String key = item.origin().sourceKey();
        TrashedFile returning =
                known.artifact(key).isPresent()
                        ? lying
                        : lying.knownBy(key, versionKey(identity.digest(), 1));
        if (!plan.add(returning)) {
            return false;
        }
        plan.add(item.became(Outcome.RESTORED, null, null, lying.title(), lying.id()));
        return true;
    }

    private static String versionKey(Sha256 digest, int number) {
        return digest + "#" + number;
    }

    private static List<KnownVersion> imported(Optional<KnownArtifact> artifact) {
        return artifact.map(KnownArtifact::versions).orElse(List.<KnownVersion>of()).stream()
                .filter(it -> it.sourceKey().isPresent())
                .toList();
    }

    private static ArtifactLook look(ImportedFile file, KeptFile kept) {
        String name = name(file);
        ContentTraits traits =
                ContentDetection.detect(name, kept.head(), Optional.empty(), Optional.empty());
        return new ArtifactLook(
                name, traits.kind(), traits.language().orElse(null), traits.mediaType(), name);
    }
}
