/** Tests over the packaged application on real servers, and the stage they share. */
@NullMarked
package io.artifactor.it;

import org.jspecify.annotations.NullMarked;
