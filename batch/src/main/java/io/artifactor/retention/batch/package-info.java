/**
 * The job that applies rules of age: day by day, and when somebody asks. What goes is decided in
 * {@link io.artifactor.retention}. Called by web.
 */
@NullMarked
package io.artifactor.retention.batch;

import org.jspecify.annotations.NullMarked;
