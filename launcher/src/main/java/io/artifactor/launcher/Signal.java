package io.artifactor.launcher;

/**
 * The signals children are ended with, under the names that {@code kill} and {@code setpriv} know.
 */
enum Signal {
    INT,
    QUIT,
    TERM,
    KILL
}
