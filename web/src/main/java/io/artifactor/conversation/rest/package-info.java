/** Conversations and their messages over HTTP: read, listed and deleted, never changed. */
@NullMarked
package io.artifactor.conversation.rest;

import org.jspecify.annotations.NullMarked;
