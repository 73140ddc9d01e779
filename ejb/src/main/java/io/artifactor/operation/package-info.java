/**
 * Long-running work, of whatever kind, in one view. A feature with such work shows it as an {@link
 * io.artifactor.operation.OperationSource} and keeps it in its own tables; {@link
 * io.artifactor.operation.Operations} is the door to all of it.
 *
 * <p>Work that goes through many things in portions is a {@link
 * io.artifactor.operation.ClaimedWork}: {@link io.artifactor.operation.WorkClaims} settles which
 * server does it, and takes it from one that is silent. May call problem, paging, identity.
 */
@NullMarked
package io.artifactor.operation;

import org.jspecify.annotations.NullMarked;
