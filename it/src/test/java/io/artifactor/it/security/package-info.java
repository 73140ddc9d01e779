/** Who may do what over HTTP: every operation, asked by everybody. */
@NullMarked
package io.artifactor.it.security;

import org.jspecify.annotations.NullMarked;
