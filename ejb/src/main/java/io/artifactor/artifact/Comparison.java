package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The door to comparisons of an artifact's versions; holds no transaction while it compares. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Comparison {

    private static final int MAX_SIZE = 2 << 20;

    @Inject private ArtifactRows rows;
    @Inject private BlobStore store;

    /**
     * @throws Problem {@code TOO_LARGE} if the texts differ too much to be compared in reasonable
     *     time
     */
    public VersionDiff compare(
            Caller caller, ArtifactId id, VersionId fromId, VersionId toId, DiffOptions options) {
        Artifact artifact = rows.readable(caller, id);
        ArtifactVersion from = rows.version(id, fromId);
        ArtifactVersion to = rows.version(id, toId);
        String name = artifact.fileName();
        if (from.sha256().equals(to.sha256())) {
            return new VersionDiff(name, from, to, false, List.of());
        }
        Optional<String> older = text(from);
        Optional<String> newer = text(to);
        if (older.isEmpty() || newer.isEmpty()) {
            return new VersionDiff(name, from, to, true, List.of());
        }
        List<DiffHunk> hunks = TextDiff.hunks(older.get(), newer.get(), options);
        return new VersionDiff(name, from, to, false, hunks);
    }

    /** The content as text; empty if it is none, or larger than what is compared. */
    private Optional<String> text(ArtifactVersion version) {
        if (version.size() > MAX_SIZE) {
            return Optional.empty();
        }
        try (InputStream content = store.open(version.sha256())) {
            return decoded(content.readNBytes(MAX_SIZE + 1));
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                String message = "The content is missing from this server's store.";
                throw new Problem(ProblemCode.UNAVAILABLE, message, problem);
            }
            throw problem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<String> decoded(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(text).filter(it -> it.indexOf('\0') < 0);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
