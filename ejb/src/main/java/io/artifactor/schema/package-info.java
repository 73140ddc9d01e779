/**
 * Brings the database to the schema this build needs, before anything else starts. Called by
 * nobody: other start-up beans name it in {@code @DependsOn}.
 */
@NullMarked
package io.artifactor.schema;

import org.jspecify.annotations.NullMarked;
