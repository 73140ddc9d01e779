/** Tests of what browser extensions send. */
@NullMarked
package io.artifactor.it.capture;

import org.jspecify.annotations.NullMarked;
