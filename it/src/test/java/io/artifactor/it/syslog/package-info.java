/** The audit log on its way to a syslog server. */
@NullMarked
package io.artifactor.it.syslog;

import org.jspecify.annotations.NullMarked;
