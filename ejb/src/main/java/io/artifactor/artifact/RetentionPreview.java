package io.artifactor.artifact;

import io.artifactor.paging.Page;

/**
 * What a rule would take, while nothing is taken.
 *
 * @param count of all artifacts, not only of those on the page
 * @param bytes of their current contents
 */
public record RetentionPreview(RetentionRule rule, long count, long bytes, Page<Artifact> page) {}
