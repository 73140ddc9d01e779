package io.artifactor.syslog;

import jakarta.ejb.ApplicationException;
import java.io.IOException;
import java.io.Serial;

/** The syslog server did not take what it was sent. */
@ApplicationException(rollback = true)
public class SyslogAway extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    private final IOException reason;

    SyslogAway(IOException reason) {
        super("The syslog server does not take the audit log", reason);
        this.reason = reason;
    }

    IOException reason() {
        return reason;
    }
}
