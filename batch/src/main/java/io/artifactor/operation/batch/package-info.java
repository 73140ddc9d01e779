/**
 * The job that does claimed work, whatever feature it is of: get ready, go through everything, come
 * to the end. What is done is decided by each {@link io.artifactor.operation.ClaimedWork}. Called
 * by the jobs of the features.
 */
@NullMarked
package io.artifactor.operation.batch;

import org.jspecify.annotations.NullMarked;
