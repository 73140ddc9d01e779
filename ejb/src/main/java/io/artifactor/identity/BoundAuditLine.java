package io.artifactor.identity;

import java.util.Optional;

/**
 * A line of the audit log with its place in the chains that bind all of them.
 *
 * @param id the number of the line
 * @param line empty if somebody removed it
 * @param chain which one
 * @param position its place there; the line before it has one less
 * @param anchor the same with the hash of the line, as a check of the log takes it
 */
public record BoundAuditLine(
        long id, Optional<AuditLine> line, int chain, long position, String anchor) {}
