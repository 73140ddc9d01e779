/**
 * What every REST resource shares: the application, JSON, problem documents, request ids, error
 * pages. Knows no feature.
 */
@NullMarked
package io.artifactor.web;

import org.jspecify.annotations.NullMarked;
