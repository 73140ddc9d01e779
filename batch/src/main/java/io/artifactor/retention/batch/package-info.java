/**
 * When rules of age are applied: day by day, and when somebody asks. What goes is decided in {@link
 * io.artifactor.retention}; the job that does it is that of all claimed work. Called by web.
 */
@NullMarked
package io.artifactor.retention.batch;

import org.jspecify.annotations.NullMarked;
