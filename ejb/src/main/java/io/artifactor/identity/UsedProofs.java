package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Remembers proofs for as long as they are good, so that each is taken once on all nodes. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class UsedProofs {

    @PersistenceContext(unitName = "artifactor")
    private EntityManager entities;

    @Inject private IdentityClock clock;

    /** Whether nobody has used it. From now on somebody has. */
    public boolean take(TokenProof proof) {
        return entities.createNativeQuery(
                                """
                                insert into used_proof (id, expires_at) values (:id, :end)
                                on conflict (id) do nothing
                                """)
                        .setParameter("id", proof.id())
                        .setParameter("end", proof.end())
                        .executeUpdate()
                > 0;
    }

    public void sweep() {
        entities.createNativeQuery("delete from used_proof where expires_at < :now")
                .setParameter("now", clock.now())
                .executeUpdate();
    }
}
