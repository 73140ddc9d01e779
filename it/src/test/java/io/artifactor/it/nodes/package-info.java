/** Several servers over one database: what is changed on one counts on all. */
@NullMarked
package io.artifactor.it.nodes;

import org.jspecify.annotations.NullMarked;
