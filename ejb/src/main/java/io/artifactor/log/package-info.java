/**
 * What the lines of the server's log look like: one event each, whatever names and addresses stand
 * in it, and with the id of the request they are about. Calls no other feature.
 */
@NullMarked
package io.artifactor.log;

import org.jspecify.annotations.NullMarked;
