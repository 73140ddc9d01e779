package io.artifactor.web;

import java.time.Duration;

/**
 * What is left to somebody after a request.
 *
 * @param granted whether this request was within the limit
 * @param remaining how many more are, at once
 * @param retryAfter when the next one will be; zero if at once
 * @param full when as many as ever will be
 */
record Allowance(boolean granted, long remaining, Duration retryAfter, Duration full) {}
