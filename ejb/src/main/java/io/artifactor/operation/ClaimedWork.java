package io.artifactor.operation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A feature's work that is claimed from a table of its own and done in portions. For the job, not
 * for edges: no caller, no permission.
 *
 * <p>Implementations are stateless session beans. Whoever lost the claim writes nothing any more:
 * each step is one transaction that locks the row which carries it, and fails if it carries
 * another.
 *
 * <p>The table has the columns {@code id}, {@code state}, {@code claim}, {@code attempts}, {@code
 * heartbeat_at}, {@code problem}, {@code created_at}, {@code started_at} and {@code ended_at}.
 */
@Local
public interface ClaimedWork {

    /** The kind, unchanging; on one server one piece of it is done at a time. */
    String kind();

    /** Where the pieces stand in line. */
    String table();

    /** Counts what there is to do, and gets everything ready. */
    void prepare(WorkClaim claim);

    /** The next ids behind that one, or behind where the work stands; none if it is to stop. */
    List<UUID> next(WorkClaim claim, Optional<UUID> behind, int limit);

    /** Does what is to be done with these, the last of which is where the work stands then. */
    void write(WorkClaim claim, List<UUID> ids);

    /** Comes to the end. */
    void finish(WorkClaim claim);

    /** Clears away what pieces left behind that were given up because they never got on. */
    void clearAway();
}
