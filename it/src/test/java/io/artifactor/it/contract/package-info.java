/**
 * Holds the description of the interface against what it was: the one kept beside the code, so that
 * every change of it is seen in review, and that of the release, so that nothing is taken away that
 * somebody's program relies on; and against the rules of how a description is written.
 */
@NullMarked
package io.artifactor.it.contract;

import org.jspecify.annotations.NullMarked;
