package io.artifactor.importing.format;

/** One thing found in an export. */
public sealed interface ImportedRecord
        permits ImportedConversation, ImportedFile, UnreadableRecord, SkippedRecord {

    /** Identity inside of the export: the same thing has the same key in a later export. */
    String key();

    /** What a person would recognise it by; never empty. */
    String title();
}
