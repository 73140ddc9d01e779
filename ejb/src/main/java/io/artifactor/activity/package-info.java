/**
 * What people did, for the people who work with them. {@link io.artifactor.activity.ActivityReader}
 * follows the outbox and writes; {@link io.artifactor.activity.Activities} is the door to read.
 *
 * <p>What one person did of one kind within ten minutes is one line: which lines belong together is
 * decided when they are written, so that a page of the list is read as it stands. May call
 * artifact, conversation, importing and what they may call.
 */
@NullMarked
package io.artifactor.activity;

import org.jspecify.annotations.NullMarked;
