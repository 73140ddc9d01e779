/** Legal holds over HTTP. */
@NullMarked
package io.artifactor.hold.rest;

import org.jspecify.annotations.NullMarked;
