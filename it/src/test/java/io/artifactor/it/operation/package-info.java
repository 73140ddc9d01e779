/** Tests of long-running work. */
@NullMarked
package io.artifactor.it.operation;

import org.jspecify.annotations.NullMarked;
