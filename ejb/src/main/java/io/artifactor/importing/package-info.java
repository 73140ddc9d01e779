/** Imports and their ledger. May call conversation, artifact and what they may call. */
@NullMarked
package io.artifactor.importing;

import org.jspecify.annotations.NullMarked;
