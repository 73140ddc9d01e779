/**
 * What the product stands on, and whether it holds. Each feature shows what it depends on as a
 * {@link io.artifactor.health.Dependency}; {@link io.artifactor.health.Dependencies} asks them all.
 * Calls no other feature.
 */
@NullMarked
package io.artifactor.health;

import org.jspecify.annotations.NullMarked;
