/**
 * What is asked for by nearly every request and changes rarely, remembered for seconds: in this
 * server's memory, and where Redis is configured also among all of them.
 *
 * <p>{@link io.artifactor.cache.Caches} gives every feature its {@link io.artifactor.cache.Memory};
 * what is remembered, under what name and for how long stands in a {@link
 * io.artifactor.cache.Region}. The promises, whatever becomes of Redis:
 *
 * <ul>
 *   <li>On the server where something was changed it is seen at once after the commit.
 *   <li>Nothing is given that was read from the database longer ago than the life of its region, so
 *       a change made elsewhere is seen after that time even if no message arrives. With Redis a
 *       message brings it in milliseconds.
 *   <li>What was read before a change is never kept after it.
 *   <li>Redis away, slow, full or filled with nonsense costs time, never a wrong answer.
 * </ul>
 *
 * <p>May call health and schema; knows no feature.
 */
@NullMarked
package io.artifactor.cache;

import org.jspecify.annotations.NullMarked;
