package io.artifactor.syslog;

import io.artifactor.identity.AuditFeed;
import io.artifactor.identity.BoundAuditLine;
import io.artifactor.outbox.ReaderLock;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Sends the next lines and notes that they were taken, in one transaction on one node. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SyslogDelivery {

    private static final int AT_ONCE = 500;
    private static final String NAME = "audit-syslog";

    @Resource(lookup = "jdbc/artifactor")
    private DataSource dataSource;

    @Inject private AuditFeed feed;

    /** Whoever takes messages; returns when it has them. */
    public interface Recipient {
        void take(List<BoundAuditLine> lines) throws IOException;
    }

    /**
     * Hands over the next lines, if no other node is at it.
     *
     * @return how many were taken
     * @throws SyslogAway if they were not; they come again
     */
    public int deliver(Recipient recipient) {
        if (!isMyTurn()) {
            return 0;
        }
        List<BoundAuditLine> lines = feed.next(AT_ONCE);
        if (lines.isEmpty()) {
            return 0;
        }
        try {
            recipient.take(lines);
        } catch (IOException e) {
            throw new SyslogAway(e);
        }
        feed.taken(lines);
        return lines.size();
    }

    public AuditFeed.Waiting waiting() {
        return feed.waiting();
    }

    private boolean isMyTurn() {
        try (Connection connection = dataSource.getConnection()) {
            return ReaderLock.take(connection, NAME);
        } catch (SQLException e) {
            throw new IllegalStateException("The turn to send the audit log cannot be taken", e);
        }
    }
}
