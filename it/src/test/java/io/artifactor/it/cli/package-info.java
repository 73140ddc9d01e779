/** The command line as it is shipped, against the running system. */
@NullMarked
package io.artifactor.it.cli;

import org.jspecify.annotations.NullMarked;
