/** Realms elsewhere over REST: which there are, what their groups stand for, who came from them. */
@NullMarked
package io.artifactor.realm.rest;

import org.jspecify.annotations.NullMarked;
