package io.artifactor.artifact;

import io.artifactor.identity.Caller;
import io.artifactor.malware.MalwareScanner;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import io.artifactor.storage.BlobStore;
import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The door to checks of stored content: reads every byte again, compares its digest, and shows it
 * to the malware scanner, who may know more than when it came. Outside of a transaction, because
 * that takes as long as the disk does.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Verification {

    private static final Logger LOG = Logger.getLogger(Verification.class.getName());
    private static final int BUFFER = 64 * 1024;
    private static final int MAX_VERSIONS = 10_000;
    private static final int BATCH = 200;

    @Inject private ArtifactRows rows;
    @Inject private Reaches reaches;
    @Inject private BlobStore store;
    @Inject private IntegrityRecords records;
    @Inject private MalwareScanner scanner;

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Checks all versions of the artifact; content that several share is read once. */
    public List<CheckedVersion> verify(Caller caller, ArtifactId id) {
        Artifact artifact = rows.readable(caller, id);
        reaches.requireGrantor(caller, artifact);
        List<ArtifactVersion> versions = versions(id);
        Map<Sha256, ContentCheck> checks = new LinkedHashMap<>();
        for (ArtifactVersion version : versions) {
            checks.computeIfAbsent(
                    version.sha256(), digest -> check(new StoredBlob(digest, version.size())));
        }
        records.note(checks.values());
        return versions.stream()
                .map(version -> checked(version, checks.get(version.sha256())))
                .toList();
    }

    private static CheckedVersion checked(ArtifactVersion version, @Nullable ContentCheck check) {
        return new CheckedVersion(version, Optional.ofNullable(check).orElseThrow());
    }

    private List<ArtifactVersion> versions(ArtifactId id) {
        List<ArtifactVersion> versions =
                entities.createQuery(
                                "select v from ArtifactVersion v where v.artifactId = :artifact"
                                        + " order by v.branch, v.number desc",
                                ArtifactVersion.class)
                        .setParameter("artifact", id.value())
                        .setMaxResults(MAX_VERSIONS + 1)
                        .getResultList();
        if (versions.size() > MAX_VERSIONS) {
            throw new Problem(
                    ProblemCode.TOO_LARGE,
                    "The artifact has more than %,d versions, which are too many to check at once."
                            .formatted(MAX_VERSIONS));
        }
        return versions;
    }

    /**
     * Checks the whole store from a digest on, for as long as given; for administrators, who see
     * digests and sizes only.
     *
     * @param after the last digest checked before; an empty text for the first
     */
    public StoreCheck verifyStore(String after, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        String last = after;
        long checked = 0;
        long bytes = 0;
        long unscanned = 0;
        List<ContentCheck> failed = new ArrayList<>();
        List<StoredBlob> batch = records.after(last, BATCH);
        while (!batch.isEmpty()) {
            List<ContentCheck> checks = new ArrayList<>();
            for (StoredBlob blob : batch) {
                if (Instant.now().isAfter(end) && checked > 0) {
                    break;
                }
                ContentCheck check = check(blob);
                checks.add(check);
                checked++;
                bytes += blob.size();
                unscanned += check.look().seen() ? 0 : 1;
                last = blob.digest().hex();
            }
            records.note(checks);
            checks.stream().filter(it -> !it.isSound()).forEach(failed::add);
            if (checks.size() < batch.size()) {
                return new StoreCheck(checked, bytes, unscanned, failed, Optional.of(last));
            }
            batch = records.after(last, BATCH);
        }
        return new StoreCheck(checked, bytes, unscanned, failed, Optional.empty());
    }

    private ContentCheck check(StoredBlob expected) {
        ContentCheck check = read(expected);
        tell(check, expected);
        return check;
    }

    private static void tell(ContentCheck check, StoredBlob expected) {
        check.look()
                .finding()
                .ifPresent(name ->
                        LOG.log(
                                Level.SEVERE,
                                "Malware was found in stored content: {0} in {1}",
                                new Object[] {name, expected.digest()}));
        if (check.outcome() != Integrity.OK) {
            LOG.log(
                    Level.SEVERE,
                    "Stored content is {0}: {1} with {2} bytes, found {3}",
                    new Object[] {
                        check.outcome().id(),
                        expected.digest(),
                        expected.size(),
                        check.found().map(Object::toString).orElse("nothing")
                    });
        }
    }

    private ContentCheck read(StoredBlob expected) {
        MessageDigest digest = Sha256.newDigest();
        long size = 0;
        try (InputStream content = store.open(expected.digest())) {
            byte[] buffer = new byte[BUFFER];
            int read = content.read(buffer);
            while (read >= 0) {
                digest.update(buffer, 0, read);
                size += read;
                read = content.read(buffer);
            }
            ContentCheck check =
                    ContentCheck.found(
                            expected, new StoredBlob(Sha256.ofDigest(digest.digest()), size));
            if (check.outcome() != Integrity.OK) {
                return check;
            }
            return check.with(scanner.look(expected, () -> store.open(expected.digest())));
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.NOT_FOUND) {
                return ContentCheck.missing(expected);
            }
            throw problem;
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "Stored content cannot be read: " + expected.digest(), e);
            return ContentCheck.unreadable(expected);
        }
    }

    /** A version and what was found of its content. */
    public record CheckedVersion(ArtifactVersion version, ContentCheck check) {}

    /**
     * How far a check of the store came.
     *
     * @param bytes that should have been there
     * @param unscanned which nobody could look at for malware, although somebody should
     * @param failed what was missing or corrupt, or in which malware was found
     * @param next the digest to go on after; empty at the end
     */
    public record StoreCheck(
            long checked,
            long bytes,
            long unscanned,
            List<ContentCheck> failed,
            Optional<String> next) {

        public StoreCheck {
            failed = List.copyOf(failed);
        }
    }
}
