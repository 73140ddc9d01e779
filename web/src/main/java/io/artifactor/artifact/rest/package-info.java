/**
 * Artifacts over HTTP: what they are as JSON, their content as bytes.
 *
 * <p>Uploads go from the connection into the store before any transaction is opened. Downloads are
 * never shown by a browser as a page of this server: content belongs to whoever wrote it.
 */
@NullMarked
package io.artifactor.artifact.rest;

import org.jspecify.annotations.NullMarked;
