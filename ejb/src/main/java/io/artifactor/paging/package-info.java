/**
 * How every list is cut into pages.
 *
 * <p>A page starts after the last row of the page before ({@code where (sort key, id) < (…)}), not
 * at an offset: the thousandth page costs what the first does, and rows that come or go meanwhile
 * neither repeat nor skip others. Where a page starts travels as an opaque cursor that is bound to
 * the list it was made for. For people who leaf, pages have numbers as well, down to a depth at
 * which skipping rows is still cheap. Calls nothing but problem.
 */
@NullMarked
package io.artifactor.paging;

import org.jspecify.annotations.NullMarked;
