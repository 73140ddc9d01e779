/**
 * The one exception of the product and its codes.
 *
 * <p>Every refusal is a {@link io.artifactor.problem.Problem}: its code carries the HTTP status and
 * a stable text that clients may rely on; each edge translates the same code. Calls nothing.
 */
@NullMarked
package io.artifactor.problem;

import org.jspecify.annotations.NullMarked;
