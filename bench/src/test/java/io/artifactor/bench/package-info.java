@NullMarked
package io.artifactor.bench;

import org.jspecify.annotations.NullMarked;
