package io.artifactor.worker;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The first rows of comma-separated values, whatever separates them. */
final class TablePreview implements Maker {

    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST = 1024 * 1024;
    private static final int LOOKED_AT = 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

    @Override
    public Answer make(Job job) throws IOException {
        Texts file = Texts.beginning(job.file(), LONGEST);
        char separator = separator(file.text());
        List<List<String>> rows = new ArrayList<>();
        boolean more = !file.whole();
        try (CsvReader<CsvRecord> reader = reader(separator).ofCsvRecord(file.text())) {
            for (CsvRecord row : reader) {
                if (rows.size() == MOST_ROWS) {
                    more = true;
                    break;
                }
                rows.add(row.getFields().stream().limit(MOST_COLUMNS).toList());
            }
        }
        return Json.answer(
                Map.of(
                        "separator",
                        String.valueOf(separator),
                        "encoding",
                        file.encoding().name(),
                        "rows",
                        rows,
                        "more",
                        more));
    }

    private static CsvReader.CsvReaderBuilder reader(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true);
    }

    /** The one that stands in most of the first lines, and there most often. */
    static char separator(String text) {
        List<String> lines = text.lines().limit(LOOKED_AT).toList();
        return SEPARATORS.stream()
                .max(
                        Comparator.comparingLong((Character c) -> score(lines, c))
                                .thenComparing(c -> -SEPARATORS.indexOf(c)))
                .orElse(',');
    }

    private static long score(List<String> lines, char separator) {
        long with = lines.stream().filter(line -> outsideOfQuotes(line, separator) > 0).count();
        Stream<String> all = lines.stream();
        return with * 10_000 + all.mapToLong(line -> outsideOfQuotes(line, separator)).sum();
    }

    private static long outsideOfQuotes(String line, char separator) {
        boolean quoted = false;
        long found = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '"') {
                quoted = !quoted;
            } else if (!quoted && line.charAt(i) == separator) {
                found++;
            }
        }
        return found;
    }
}
