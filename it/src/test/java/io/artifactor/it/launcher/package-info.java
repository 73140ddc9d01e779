/**
 * The launcher as a process of its own: started, killed and started again, as people and machines
 * do it.
 */
@NullMarked
package io.artifactor.it.launcher;

import org.jspecify.annotations.NullMarked;
