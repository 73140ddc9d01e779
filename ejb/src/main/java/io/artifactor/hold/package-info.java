/**
 * Legal holds: what nobody may remove until somebody responsible says so. {@link
 * io.artifactor.hold.Holds} is the door for those who place and release them, {@link
 * io.artifactor.hold.HeldThings} what every way to remove something asks.
 *
 * <p>A hold is placed on a thing or on a place, and is looked up through views of the database, so
 * that what comes to a held place is held without anything being written. What leaves such a place
 * is written down by the database and stays held. May call identity, paging and problem.
 */
@NullMarked
package io.artifactor.hold;

import org.jspecify.annotations.NullMarked;
