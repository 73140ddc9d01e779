package io.artifactor.search;

/**
 * How many of the things found have one value.
 *
 * @param value as a filter of the same name takes it
 */
public record FacetValue(String value, long count) {}
