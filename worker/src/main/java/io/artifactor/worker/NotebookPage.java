package io.artifactor.worker;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;

/** A Jupyter notebook as a page: its texts, its code, and what the code printed. */
final class NotebookPage implements Maker {

    private static final long LONGEST = 10L * 1024 * 1024;
    private static final int MOST_CELLS = 500;

    @Override
    public Answer make(Job job) throws IOException {
        if (Files.size(job.file()) > LONGEST) {
            throw new Refused(Refused.TOO_LARGE);
        }
        JsonNode cells = Json.MAPPER.readTree(job.file().toFile()).path("cells");
        if (!cells.isArray()) {
            throw new Refused(Refused.UNSUPPORTED);
        }
        StringBuilder page = new StringBuilder();
        int number = 0;
        for (JsonNode cell : cells) {
            if (++number > MOST_CELLS) {
                break;
            }
            add(page, cell);
        }
        return Html.page(page.toString());
    }

    private static void add(StringBuilder page, JsonNode cell) {
        String source = text(cell.path("source"));
        if (cell.path("cell_type").asText().equals("markdown")) {
            page.append(Html.ofMarkdown(source));
        } else {
            block(page, source);
        }
        for (JsonNode output : cell.path("outputs")) {
            block(page, text(output.path("text")));
            block(page, text(output.path("data").path("text/plain")));
        }
    }

    private static void block(StringBuilder page, String text) {
        if (!text.isEmpty()) {
            page.append("<pre>").append(Html.escaped(text)).append("</pre>");
        }
    }

    /** Texts stand there as one string or as a list of lines. */
    private static String text(JsonNode node) {
        if (!node.isArray()) {
            return node.asText("");
        }
        StringBuilder lines = new StringBuilder();
        node.forEach(line -> lines.append(line.asText("")));
        return lines.toString();
    }
}
