/**
 * What browser extensions send of a page that is open in front of somebody.
 *
 * <p>{@link io.artifactor.capture.Capture} is the door. The same page comes again every second,
 * with new ids each time, so nothing but the content tells what is new: {@link
 * io.artifactor.capture.CapturedText} takes off what the extension itself wrote into it, and the
 * table {@code captured} remembers the digest of every content by user and conversation. May call
 * artifact and what it may call.
 */
@NullMarked
package io.artifactor.capture;

import org.jspecify.annotations.NullMarked;
