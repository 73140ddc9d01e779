/** Long-running work over HTTP. Calls operation and identity. */
@NullMarked
package io.artifactor.operation.rest;

import org.jspecify.annotations.NullMarked;
