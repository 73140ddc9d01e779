/** Tests of previews over REST. */
@NullMarked
package io.artifactor.it.preview;

import org.jspecify.annotations.NullMarked;
