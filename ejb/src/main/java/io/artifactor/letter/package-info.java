/** Mail to people about what happened to their accounts, and what they are invited to. */
@NullMarked
package io.artifactor.letter;

import org.jspecify.annotations.NullMarked;
