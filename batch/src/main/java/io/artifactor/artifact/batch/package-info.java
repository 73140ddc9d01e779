/**
 * What tidies up behind artifacts by the hour: the trash and the store. Nothing here decides what
 * may go; that stands in {@link io.artifactor.artifact}. Called by web.
 */
@NullMarked
package io.artifactor.artifact.batch;

import org.jspecify.annotations.NullMarked;
