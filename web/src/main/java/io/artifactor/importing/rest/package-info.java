/**
 * Imports over HTTP: files in, progress and ledger out. Calls importing, its batch package and
 * identity.
 */
@NullMarked
package io.artifactor.importing.rest;

import org.jspecify.annotations.NullMarked;
