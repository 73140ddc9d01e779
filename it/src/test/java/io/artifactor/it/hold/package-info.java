/** Legal holds, and what they keep. */
@NullMarked
package io.artifactor.it.hold;

import org.jspecify.annotations.NullMarked;
