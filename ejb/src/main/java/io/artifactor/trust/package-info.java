/**
 * Whom connections to other machines trust, where the operator names an authority of their own.
 *
 * <p>Calls nobody.
 */
@NullMarked
package io.artifactor.trust;

import org.jspecify.annotations.NullMarked;
