/** Search and the public health document over HTTP. Called by nobody. */
@NullMarked
package io.artifactor.search.rest;

import org.jspecify.annotations.NullMarked;
