package io.artifactor.identity;

import java.util.Optional;

/**
 * A line of the audit log as it is shown.
 *
 * @param actorName the name of who did it, as it is now
 */
public record AuditLine(AuditEntry entry, Optional<String> actorName) {}
