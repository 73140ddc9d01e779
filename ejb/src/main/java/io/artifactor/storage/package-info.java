/**
 * Content by its SHA-256: the bytes of artifacts, versions and uploads, each stored once.
 *
 * <p>{@link io.artifactor.storage.BlobStore} is the one interface; {@code BlobStoreContract} in the
 * tests holds every implementation to the same promises. Content is stored before the first row
 * that names it: a rolled back transaction leaves content nobody names, never a row without
 * content. Rows in table {@code blob} are written by the feature that names the content, {@code on
 * conflict do nothing}, in its own transaction and before the row that refers to them.
 *
 * <p>For a collector of unnamed content: storing content that is already there renews its time of
 * modification, and so does storing it for the first time. A collector therefore removes only what
 * no row names and what has not been renewed for longer than any upload or import transaction can
 * last (a day is ample), and takes the row of table {@code blob} first - deleting it fails while a
 * version refers to it - so that content a running upload is about to name is never removed.
 *
 * <p>Whatever comes in is shown to the {@link io.artifactor.storage.ContentInspector} while it has
 * no name yet; what is refused leaves nothing behind.
 *
 * <p>Calls nothing but problem and health.
 */
@NullMarked
package io.artifactor.storage;

import org.jspecify.annotations.NullMarked;
