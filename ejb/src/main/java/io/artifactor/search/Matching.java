package io.artifactor.search;

/** How nearly a document must have the words that are looked for. */
enum Matching {
    /** As they were typed, but for accents, case and the way identifiers are written. */
    EXACT,
    /** A few letters may be others, as {@link Spelling} says; exact ones rank higher. */
    NEARLY
}
