/**
 * Conversations and messages as kept records of chats elsewhere.
 *
 * <p>{@link io.artifactor.conversation.Conversations} is the door for reading and deleting;
 * importing writes. Whoever may read a conversation's workspace may read the conversation; to
 * everyone else it does not exist. May call artifact and what artifact may call.
 */
@NullMarked
package io.artifactor.conversation;

import org.jspecify.annotations.NullMarked;
