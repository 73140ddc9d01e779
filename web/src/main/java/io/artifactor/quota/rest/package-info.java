/** Quotas over HTTP. */
@NullMarked
package io.artifactor.quota.rest;

import org.jspecify.annotations.NullMarked;
