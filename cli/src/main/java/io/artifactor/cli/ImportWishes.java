package io.artifactor.cli;

import java.time.Duration;

/**
 * How an import is to go.
 *
 * @param previewOnly look, and import nothing
 * @param ask show the preview and ask before going on
 * @param follow follow the import to its end
 * @param quiet print no report, because the answer is printed as JSON
 * @param patience how long the server may be away while it is followed
 * @param options what the server is to do differently
 */
record ImportWishes(
        boolean previewOnly,
        boolean ask,
        boolean follow,
        boolean quiet,
        Duration patience,
        Query options) {}
