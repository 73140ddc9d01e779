/** Holds the direction of calls, the homes of technologies and the names. */
@NullMarked
package io.artifactor.it.architecture;

import org.jspecify.annotations.NullMarked;
