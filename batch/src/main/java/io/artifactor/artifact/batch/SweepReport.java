package io.artifactor.artifact.batch;

/**
 * What a sweep removed.
 *
 * @param artifacts purged from the trash
 * @param held artifacts whose time in the trash is over, kept because of a legal hold
 * @param blobs stored contents nothing referred to
 * @param bytes of those contents
 * @param temporaryFiles left by writes that were never finished
 * @param recounted users and workspaces that had more or less than was written down
 * @param complete whether nothing is left; not if the time was up, or another node was at it
 */
public record SweepReport(
        int artifacts,
        int held,
        int blobs,
        long bytes,
        int temporaryFiles,
        int recounted,
        boolean complete) {}
