/**
 * Rules of age: what arrived long enough ago goes, day by day. {@link
 * io.artifactor.retention.RetentionRules} is the door to rules, {@link
 * io.artifactor.retention.RetentionRuns} the one to what they did; {@link
 * io.artifactor.retention.RetentionWork} is what the job does.
 *
 * <p>What is under a legal hold stays. May call artifact and what artifact may call, and operation.
 */
@NullMarked
package io.artifactor.retention;

import org.jspecify.annotations.NullMarked;
