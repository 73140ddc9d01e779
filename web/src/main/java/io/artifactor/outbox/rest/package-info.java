/** The outbox for the administrator. Called by nobody. */
@NullMarked
package io.artifactor.outbox.rest;

import org.jspecify.annotations.NullMarked;
