/**
 * Starts PostgreSQL, Elasticsearch and the application server as child processes of one launcher:
 * for somebody who tries Artifactor on one machine, and for the integration tests.
 *
 * <p>Decisions. The binaries are run directly, with durability on and a password on each of them;
 * nothing here knows a container. Every child is bound to the launcher by the kernel (parent-death
 * signal), so nothing survives even a kill -9 of the launcher. Children are started in their own
 * sessions: Ctrl-C reaches the launcher alone, which then stops them in order. PostgreSQL and
 * Elasticsearch refuse to run as root and are therefore run without root's rights when the launcher
 * has them. Two launchers never share a data folder; any number of them share one build.
 *
 * <p>Plain Java and the PostgreSQL driver; it calls no other module and no other module calls it,
 * except the tests through {@link io.artifactor.launcher.Stack}.
 */
@NullMarked
package io.artifactor.launcher;

import org.jspecify.annotations.NullMarked;
