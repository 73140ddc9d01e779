/**
 * What every request must be like before anybody looks at what it asks, whichever web module it
 * comes to. May call problem.
 */
@NullMarked
package io.artifactor.message;

import org.jspecify.annotations.NullMarked;
