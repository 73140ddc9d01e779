package io.artifactor.worker;

import java.io.IOException;

/** Markdown as a page. */
final class MarkdownPage implements Maker {

    private static final int LONGEST = 1024 * 1024;

    @Override
    public Answer make(Job job) throws IOException {
        return Html.page(Html.ofMarkdown(Texts.beginning(job.file(), LONGEST).text()));
    }
}
