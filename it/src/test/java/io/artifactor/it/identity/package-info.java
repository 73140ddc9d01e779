/** Signing in, personal tokens and accounts over HTTP. */
@NullMarked
package io.artifactor.it.identity;

import org.jspecify.annotations.NullMarked;
