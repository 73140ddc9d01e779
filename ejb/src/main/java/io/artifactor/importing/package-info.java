/**
 * Imports: a file in, its records into the library, and a ledger of what every item became.
 *
 * <p>{@link io.artifactor.importing.ImportUploads} keeps the file as it is, {@link
 * io.artifactor.importing.ImportLibrary} is the door to the imports, {@link
 * io.artifactor.importing.ImportWork} does the work of a job; the jobs themselves live in the batch
 * module and hold nothing that matters. A chunk of records, their lines in the ledger and how far
 * the import is are one transaction, so an import that was interrupted goes on where it stands and
 * ends with the rows of one that was not. {@link io.artifactor.importing.ImportClaims} sees to it
 * that one job works on an import at a time, and that another takes over from a dead server.
 *
 * <p>What is kept already is found by its keys in the source and is never written twice; what
 * people changed or deleted here stays so. May call conversation, artifact and what they may call;
 * the readers are below, in {@code format}, and know nothing of this package.
 */
@NullMarked
package io.artifactor.importing;

import org.jspecify.annotations.NullMarked;
