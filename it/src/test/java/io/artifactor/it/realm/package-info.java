/** People who sign in through realms elsewhere: a directory, OpenID Connect, SAML. */
@NullMarked
package io.artifactor.it.realm;

import org.jspecify.annotations.NullMarked;
