package io.artifactor.health;

import java.time.Duration;

/**
 * A dependency that was asked.
 *
 * @param latency how long it took to answer
 */
public record Checked(String name, Finding finding, Duration latency) {}
