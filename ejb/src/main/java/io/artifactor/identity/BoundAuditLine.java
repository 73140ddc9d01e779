package io.artifactor.identity;

/**
 * A line of the audit log with its place in the chains that bind all of them.
 *
 * @param chain which one
 * @param position its place there; the line before it has one less
 * @param anchor the same with the hash of the line, as a check of the log takes it
 */
public record BoundAuditLine(AuditLine line, int chain, long position, String anchor) {}
