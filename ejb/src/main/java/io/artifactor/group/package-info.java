/**
 * Groups of users, as the organisation has them. {@link io.artifactor.group.Groups} is the door to
 * them, {@link io.artifactor.group.GroupMembers} to who is in them; administrators write, and
 * whoever is signed in knows their names, as those of users.
 *
 * <p>A group may do nothing by itself: others grant it things, and hear of every change by {@link
 * io.artifactor.group.GroupChanged}, inside the transaction that makes it. May call identity,
 * paging and problem.
 */
@NullMarked
package io.artifactor.group;

import org.jspecify.annotations.NullMarked;
