/** What people did, over HTTP. Calls activity and identity. */
@NullMarked
package io.artifactor.activity.rest;

import org.jspecify.annotations.NullMarked;
