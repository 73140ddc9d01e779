/** Tests of the worker, as the process the server uses. */
@NullMarked
package io.artifactor.worker;

import org.jspecify.annotations.NullMarked;
