/** What the product stands on, over HTTP, for administrators. Calls health. */
@NullMarked
package io.artifactor.health.rest;

import org.jspecify.annotations.NullMarked;
