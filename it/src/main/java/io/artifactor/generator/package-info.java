/**
 * Writes exports as the vendors do, of any size and always alike for the same seed, together with
 * what a reader has to find in them.
 *
 * <p>The answers are kept while writing: the generator knows what it wrote, and calls nothing of
 * the product. One conversation is in memory at a time.
 */
@NullMarked
package io.artifactor.generator;

import org.jspecify.annotations.NullMarked;
