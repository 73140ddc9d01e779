package io.artifactor.importing;

/**
 * How far an import got.
 *
 * @param position how many records of the file are done
 * @param rows how many lines its ledger has
 * @param bytesRead of the file
 */
public record ImportProgress(long position, long rows, long bytesRead, ImportCounts counts) {}
