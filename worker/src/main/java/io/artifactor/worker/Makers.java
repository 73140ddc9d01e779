package io.artifactor.worker;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** The makers by kind, and what becomes of a job whose document is not what it should be. */
final class Makers {

    /** Made when they are first needed: most workers never see some of the kinds. */
    private final Map<String, Supplier<Maker>> makers =
            Map.of(
                    "text", TextExtract::new,
                    "markdown", MarkdownPage::new,
                    "table", TablePreview::new,
                    "archive", ArchiveListing::new,
                    "thumbnail", Thumbnail::new,
                    "page", FirstPage::new,
                    "notebook", NotebookPage::new);

    Answer make(Job job) {
        Supplier<Maker> maker = makers.get(job.kind());
        if (maker == null) {
            return Answer.refused(Refused.UNSUPPORTED);
        }
        try {
            return maker.get().make(job).within(job.mostBytes());
        } catch (Refused refused) {
            return Answer.refused(refused.outcome());
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            // Parsers answer hostile documents with any of these.
            return Answer.refused(Refused.DAMAGED);
        }
    }
}
