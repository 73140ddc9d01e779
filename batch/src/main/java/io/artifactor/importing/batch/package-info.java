/** The import job and what keeps it alive through a killed server. Called by web. */
@NullMarked
package io.artifactor.importing.batch;

import org.jspecify.annotations.NullMarked;
