/**
 * The jobs of search: an index built anew, the indexes compared with the database. Called by web.
 */
@NullMarked
package io.artifactor.search.batch;

import org.jspecify.annotations.NullMarked;
