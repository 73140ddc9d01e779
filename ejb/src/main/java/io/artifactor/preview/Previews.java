package io.artifactor.preview;

import io.artifactor.artifact.Artifact;
import io.artifactor.artifact.ArtifactId;
import io.artifactor.artifact.ArtifactLibrary;
import io.artifactor.artifact.ArtifactVersion;
import io.artifactor.artifact.ArtifactVersions;
import io.artifactor.artifact.VersionId;
import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.Sha256;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The door to previews: who may read content may see what was made of it. */
@Stateless
public class Previews {

    @Inject private ArtifactLibrary library;
    @Inject private ArtifactVersions versions;
    @Inject private PreviewRows rows;
    @Inject private PreviewWork work;
    @Inject private PreviewSettings settings;

    /** A preview of the current content, of the kind that fits best if none is named. */
    public Preview ofArtifact(Caller caller, ArtifactId id, Optional<PreviewKind> kind) {
        Artifact artifact = library.get(caller, id).artifact();
        Sha256 content = artifact.sha256().orElseThrow(() -> none("It has no content.", "empty"));
        return preview(content, artifact.mediaType(), artifact.fileName(), kind);
    }

    /** A preview of the content of one version. */
    public Preview ofVersion(
            Caller caller, ArtifactId id, VersionId versionId, Optional<PreviewKind> kind) {
        Artifact artifact = library.get(caller, id).artifact();
        ArtifactVersion version = versions.get(caller, id, versionId);
        return preview(version.sha256(), version.mediaType(), artifact.fileName(), kind);
    }

    private Preview preview(
            Sha256 content, String mediaType, String fileName, Optional<PreviewKind> asked) {
        List<PreviewKind> fitting = PreviewKind.fitting(mediaType, fileName);
        PreviewKind kind =
                fitting.stream()
                        .filter(candidate -> asked.isEmpty() || asked.get() == candidate)
                        .findFirst()
                        .orElseThrow(() -> unfit(fitting));
        if (settings.workers() == 0) {
            throw none("This server makes no previews.", "off");
        }
        Preview preview = rows.wanted(content, kind, mediaType);
        if (preview.state() == Preview.State.FAILED) {
            throw none("It could not be made.", String.valueOf(preview.error()));
        }
        if (preview.state() == Preview.State.WAITING) {
            work.wake();
        }
        return preview;
    }

    private static Problem unfit(List<PreviewKind> fitting) {
        String kinds = fitting.stream().map(PreviewKind::id).collect(Collectors.joining(", "));
        String detail =
                fitting.isEmpty()
                        ? "There is none for content of this type."
                        : "For this content there are only: " + kinds + ".";
        return none(detail, "unsupported");
    }

    private static Problem none(String detail, String reason) {
        return new Problem(ProblemCode.NO_PREVIEW, detail, Map.of("reason", reason));
    }
}
