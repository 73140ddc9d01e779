/** What must hold for the whole of the product, whoever attacks it. */
@NullMarked
package io.artifactor.it.security;

import org.jspecify.annotations.NullMarked;
