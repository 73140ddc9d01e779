/** Groups over HTTP. */
@NullMarked
package io.artifactor.group.rest;

import org.jspecify.annotations.NullMarked;
