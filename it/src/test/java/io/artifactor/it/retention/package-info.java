/** Rules of age, and what their runs do. */
@NullMarked
package io.artifactor.it.retention;

import org.jspecify.annotations.NullMarked;
