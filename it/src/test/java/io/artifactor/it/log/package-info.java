/** What is in the server's log. */
@NullMarked
package io.artifactor.it.log;

import org.jspecify.annotations.NullMarked;
