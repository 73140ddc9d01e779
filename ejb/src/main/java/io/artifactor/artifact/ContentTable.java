package io.artifactor.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which endings and file names belong to which language, media type and kind; read once from {@code
 * content-types.tsv} beside this class. Immutable.
 */
final class ContentTable {

    private static final ContentTable INSTANCE = read();
    private static final String NONE = "-";

    private final Map<String, Row> byName = new HashMap<>();
    private final Map<String, Row> byLanguage = new HashMap<>();
    private final Map<String, Row> byMediaType = new HashMap<>();

    private ContentTable(List<Row> rows) {
        for (Row row : rows) {
            row.names().forEach(name -> byName.putIfAbsent(name, row));
            row.languages().forEach(language -> byLanguage.putIfAbsent(language, row));
            byMediaType.putIfAbsent(row.mediaType(), row);
        }
    }

    static ContentTable get() {
        return INSTANCE;
    }

    /** By the whole name first ({@code Dockerfile}), then by its ending. */
    Optional<Row> byFileName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Optional.ofNullable(byName.get(name))
                .or(() -> FileNames.ending(name).map(ending -> byName.get("." + ending)));
    }

    Optional<Row> byLanguage(String language) {
        return Optional.ofNullable(byLanguage.get(language));
    }

    Optional<Row> byMediaType(String mediaType) {
        return Optional.ofNullable(byMediaType.get(mediaType));
    }

    /** The ending, without its dot, that files of the language or else the media type have. */
    String ending(Optional<String> language, String mediaType) {
        return language.flatMap(this::byLanguage)
                .or(() -> byMediaType(mediaType))
                .flatMap(Row::ending)
                .orElse(mediaType.startsWith("text/") ? "txt" : "bin");
    }

    private static ContentTable read() {
        InputStream resource = ContentTable.class.getResourceAsStream("content-types.tsv");
        if (resource == null) {
            throw new IllegalStateException("content-types.tsv is missing from the build");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
            return new ContentTable(
                    lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(ContentTable::row)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        String[] cells = line.split("\t+", -1);
        return new Row(
                List.of(cells[0].split(" ")),
                cells[1].equals(NONE) ? List.of() : List.of(cells[1].split(" ")),
                cells[2],
                ArtifactKind.of(cells[3])
                        .orElseThrow(() -> new IllegalStateException("Unknown kind in: " + line)));
    }

    /**
     * @param names endings with their dot, or whole file names, in lower case
     * @param languages the language first, then other names for it
     */
    record Row(List<String> names, List<String> languages, String mediaType, ArtifactKind kind) {

        Optional<String> language() {
            return languages.stream().findFirst();
        }

        Optional<String> ending() {
            return names.stream()
                    .filter(name -> name.startsWith("."))
                    .map(name -> name.substring(1))
                    .findFirst();
        }
    }
}
