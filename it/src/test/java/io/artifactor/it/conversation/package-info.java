/** Conversations over HTTP, and who may know of them. */
@NullMarked
package io.artifactor.it.conversation;

import org.jspecify.annotations.NullMarked;
