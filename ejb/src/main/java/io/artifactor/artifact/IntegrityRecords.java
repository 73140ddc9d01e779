package io.artifactor.artifact;

import io.artifactor.storage.Sha256;
import io.artifactor.storage.StoredBlob;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/** What is kept of checks, in transactions of their own: the reading between them takes long. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class IntegrityRecords {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    /** Notes at all versions with these contents what was found; their artifacts do not change. */
    public void note(Collection<ContentCheck> checks) {
        for (Integrity outcome : Integrity.values()) {
            String[] digests =
                    checks.stream()
                            .filter(check -> check.outcome() == outcome)
                            .map(check -> check.digest().hex())
                            .toArray(String[]::new);
            if (digests.length > 0) {
                note(outcome, digests);
            }
        }
    }

    private void note(Integrity outcome, String[] digests) {
        entities.createNativeQuery(
                        """
                        update artifact_version
                        set revision = revision
                                + case when integrity is distinct from :outcome then 1 else 0 end,
                            integrity = :outcome, verified_at = now()
                        where sha256 = any(:digests)
                        """)
                .setParameter("outcome", outcome.id())
                .setParameter("digests", digests)
                .executeUpdate();
    }

    /** Contents in the order of their digests, some after the given one. */
    public List<StoredBlob> after(String digest, int limit) {
        List<Object[]> rows =
                entities.createNativeQuery(
                                "select sha256, size from blob where sha256 > :after"
                                        + " order by sha256",
                                Object[].class)
                        .setParameter("after", digest)
                        .setMaxResults(limit)
                        .getResultList();
        return rows.stream()
                .map(row ->
                        new StoredBlob(new Sha256((String) row[0]), ((Number) row[1]).longValue()))
                .toList();
    }
}
