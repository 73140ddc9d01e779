/**
 * Sends the audit log to a syslog server while it is written, so that whoever comes to own this
 * machine or its database cannot take back what was told.
 *
 * <p>Over TLS alone (RFC 5425), each line as a message of RFC 5424. What was taken is kept in the
 * database: nothing is lost while the server is away or this one is killed, and after a failure
 * lines come again. One node at a time sends. May call identity, outbox, health and trust.
 */
@NullMarked
package io.artifactor.syslog;

import org.jspecify.annotations.NullMarked;
