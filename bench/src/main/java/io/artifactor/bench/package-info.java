/**
 * Measures the product beside what it stands on: the same SQL through bare JDBC, the same query
 * against bare Elasticsearch, the same file through a bare parser. Only ratios are compared; how
 * many of something there are in a second says more of the machine than of the product.
 */
@NullMarked
package io.artifactor.bench;

import org.jspecify.annotations.NullMarked;
