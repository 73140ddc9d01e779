/** Tests of search: both indexes held to one truth, and what happens while one is away. */
@NullMarked
package io.artifactor.it.search;

import org.jspecify.annotations.NullMarked;
