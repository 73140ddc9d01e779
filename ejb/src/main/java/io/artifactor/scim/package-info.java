/**
 * Joiners and leavers: the provider of a realm tells of its people and groups by itself, over SCIM
 * 2.0 (RFC 7643, RFC 7644).
 *
 * <p>Doors: {@link io.artifactor.scim.ScimUsers} and {@link io.artifactor.scim.ScimGroups}, for an
 * administrator whose token says so. Somebody told of is the one who signs in through the realm
 * with the same lasting name; nobody else's account is seen or touched. What groups stand for is
 * said by the realm's mappings. May call problem, identity and realm.
 */
@NullMarked
package io.artifactor.scim;

import org.jspecify.annotations.NullMarked;
