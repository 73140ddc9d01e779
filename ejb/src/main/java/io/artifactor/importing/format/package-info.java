/**
 * Readers of export files: from bytes to records, nothing else. They know no database, no container
 * and write nothing to disk.
 *
 * <p>A reader is found by what stands in the file, never by its name alone; it is named with a
 * version ({@code claude-export/1}) so that a better one can run again over the kept original. It
 * holds one element of the export in memory, whatever the size of the file; an element it cannot
 * read becomes an {@link io.artifactor.importing.format.UnreadableRecord} and the next one follows.
 */
@NullMarked
package io.artifactor.importing.format;

import org.jspecify.annotations.NullMarked;
