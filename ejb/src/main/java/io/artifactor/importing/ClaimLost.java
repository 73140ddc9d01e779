package io.artifactor.importing;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** Another server has taken the import over, or it is gone; its job here ends without a word. */
@ApplicationException(rollback = true)
public class ClaimLost extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    ClaimLost(Claim claim) {
        super("The claim " + claim.token() + " on import " + claim.importId() + " is lost");
    }
}
