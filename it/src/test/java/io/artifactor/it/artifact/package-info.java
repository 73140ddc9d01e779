/** Artifacts over HTTP: their life, their versions, their bytes, and who may know of them. */
@NullMarked
package io.artifactor.it.artifact;

import org.jspecify.annotations.NullMarked;
