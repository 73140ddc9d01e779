/** Tests of what the product stands on. */
@NullMarked
package io.artifactor.it.health;

import org.jspecify.annotations.NullMarked;
