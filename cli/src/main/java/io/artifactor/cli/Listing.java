package io.artifactor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A list on its way to the screen, or to a program. */
record Listing(ServerCommand command, Pages pages) {

    /**
     * @param row adds one item to the table
     */
    void print(Table table, BiConsumer<Table, JsonNode> row) {
        print(table, row, last -> {});
    }

    /**
     * @param end is given the last page, if people read it
     */
    void print(Table table, BiConsumer<Table, JsonNode> row, Consumer<JsonNode> end) {
        if (command.json()) {
            command.terminal().json(pages::writeTo);
            return;
        }
        JsonNode last =
                pages.each(page -> {
                    page.path("items").forEach(item -> row.accept(table, item));
                    table.flush();
                });
        if (!Json.text(last, "next").isEmpty()) {
            command.terminal().note("There are more: see --limit and --all.");
        }
        end.accept(last);
    }
}
