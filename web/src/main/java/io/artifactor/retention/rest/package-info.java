/** Rules of age and their runs over HTTP. */
@NullMarked
package io.artifactor.retention.rest;

import org.jspecify.annotations.NullMarked;
