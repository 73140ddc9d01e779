/**
 * SCIM 2.0 over HTTP, under {@code /scim/v2}: what RFC 7644 says, in its own media type and with
 * its own errors, beside the described interface.
 */
@NullMarked
package io.artifactor.scim.rest;

import org.jspecify.annotations.NullMarked;
