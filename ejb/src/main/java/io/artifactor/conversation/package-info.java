/** Conversations and messages as kept records. May call artifact and what artifact may call. */
@NullMarked
package io.artifactor.conversation;

import org.jspecify.annotations.NullMarked;
