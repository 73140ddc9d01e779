/** Files imported through the running server, and what the library holds afterwards. */
@NullMarked
package io.artifactor.it.importing;

import org.jspecify.annotations.NullMarked;
