package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.malware.MalwareAudit;
import io.artifactor.malware.MalwareFound;
import io.artifactor.storage.Acceptance;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Takes content into the store and finds out what it is; what is refused for malware is told to the
 * audit log. Works outside any transaction, because a slow sender must not hold one open; the door
 * is called with the result.
 */
@ApplicationScoped
public class Uploads {

    @Inject private BlobStore store;
    @Inject private UploadSettings settings;
    @Inject private MalwareAudit audit;

    /** Stores the content of an artifact to be. */
    public ArtifactDraft draft(
            Caller caller,
            ArtifactProposal proposal,
            InputStream content,
            Optional<Sha256> digest,
            Source source) {
        StoredBlob blob = store(caller, content, digest, proposal.nameForDetection());
        return draft(proposal, blob, source);
    }

    /** The draft of an artifact whose content has been stored before. */
    public ArtifactDraft draft(ArtifactProposal proposal, StoredBlob blob, Source source) {
        ContentTraits found =
                ContentDetection.detect(
                        proposal.nameForDetection(),
                        head(blob),
                        proposal.declaredType(),
                        proposal.declaredLanguage());
        return new ArtifactDraft(
                proposal.details(found), new ArtifactContent(blob, found.mediaType()), source);
    }

    /** Stores the next content of an artifact. */
    public ArtifactContent replacement(
            Caller caller,
            Artifact artifact,
            InputStream content,
            Optional<Sha256> digest,
            Optional<String> declared) {
        StoredBlob blob = store(caller, content, digest, artifact.fileName());
        ContentTraits found =
                ContentDetection.detect(
                        artifact.fileName(),
                        head(blob),
                        declared.map(TextRules::mediaType),
                        artifact.details().language());
        return new ArtifactContent(blob, found.mediaType());
    }

    /**
     * Stores content within the limit of uploads; the caller closes the stream.
     *
     * @param name of the file, or an empty text where it has none
     */
    public StoredBlob store(
            Caller caller, InputStream content, Optional<Sha256> digest, String name) {
        try {
            return store.put(content, new Acceptance(settings.limit(), digest));
        } catch (MalwareFound found) {
            audit.note(caller.user(), name, found);
            throw found;
        }
    }

    /** Takes over what arrived in pieces; a file that is refused stays where it is. */
    void adopt(Caller caller, Path file, StoredBlob blob, String name) {
        try {
            store.adopt(file, blob);
        } catch (MalwareFound found) {
            audit.note(caller.user(), name, found);
            throw found;
        }
    }

    private byte[] head(StoredBlob blob) {
        try (InputStream in = store.open(blob.digest(), 0, ContentDetection.HEAD)) {
            return in.readNBytes(ContentDetection.HEAD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
