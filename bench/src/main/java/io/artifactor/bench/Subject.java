package io.artifactor.bench;

import java.util.SplittableRandom;

/** One thing whose speed is measured, by many threads at once. */
interface Subject {
    /** Does it once; anything but success is an exception. */
    void once(SplittableRandom random) throws Exception;
}
