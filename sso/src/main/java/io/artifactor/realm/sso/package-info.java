/**
 * Where browsers come back from realms elsewhere. This is a web module of its own, because the
 * container asks realms only where no authentication of ours stands in front; here it is asked
 * once, and what it found becomes a sign-in like any other.
 */
@NullMarked
package io.artifactor.realm.sso;

import org.jspecify.annotations.NullMarked;
