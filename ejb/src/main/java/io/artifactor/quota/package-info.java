/**
 * How many bytes users own and workspaces hold, and how many they may. {@link
 * io.artifactor.quota.Quotas} is the door for people; {@link io.artifactor.quota.StorageUse} is
 * what features that change content book with, in the transaction that changes it.
 *
 * <p>What counts are the bytes of all versions of all artifacts that are not purged, those in the
 * trash too, for their owner and for their workspace. May call identity, workspace and problem; it
 * reads the rows of artifacts only to count them again.
 */
@NullMarked
package io.artifactor.quota;

import org.jspecify.annotations.NullMarked;
