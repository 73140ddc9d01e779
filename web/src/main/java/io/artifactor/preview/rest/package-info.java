/** Previews over REST. Calls the door {@link io.artifactor.preview.Previews} alone. */
@NullMarked
package io.artifactor.preview.rest;

import org.jspecify.annotations.NullMarked;
