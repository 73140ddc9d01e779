package io.artifactor.outbox;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/**
 * What a reader throws when its own store is away: nothing is wrong with the rows, so no attempt is
 * counted and the reader is left alone for a while.
 */
@ApplicationException(rollback = true)
public class ReaderUnavailable extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    public ReaderUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
