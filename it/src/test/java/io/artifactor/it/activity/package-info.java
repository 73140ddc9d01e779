/** Tests of what people did. */
@NullMarked
package io.artifactor.it.activity;

import org.jspecify.annotations.NullMarked;
