/** What holds for the whole interface: refusals, error pages, health, its description. */
@NullMarked
package io.artifactor.it.http;

import org.jspecify.annotations.NullMarked;
