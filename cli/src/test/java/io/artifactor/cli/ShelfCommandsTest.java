package io.artifactor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.artifactor.cli.TestingCommand.Result;
import io.artifactor.cli.TestingServer.Answer;
import io.artifactor.cli.TestingServer.Asked;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfCommandsTest {

    private static final String ID = "0193aaaa-0000-7000-8000-000000000003";
    private static final String FOLDER = "0193aaaa-0000-7000-8000-000000000004";
    private static final String CATEGORY = "0193aaaa-0000-7000-8000-000000000005";
    private static final Answer FOLDERS =
            Answer.json(
                    "{\"items\":[{\"id\":\"%s\",\"path\":\"Algorithms/Sorting\"}],\"next\":null}"
                            .formatted(FOLDER));
    private static final Answer TAGGED =
            Answer.json(
                    "{\"id\":\"%s\",\"title\":\"Merge sort\",\"revision\":7,\"tags\":[\"Draft\",\"x\"]}"
                            .formatted(ID));

    @TempDir private Path home;

    private final TestingServer server =
            new TestingServer()
                    .on("GET /folders", FOLDERS)
                    .on("GET /artifacts", Answer.json("{\"items\":[],\"next\":null}"))
                    .on("GET /artifacts/" + ID, TAGGED)
                    .on("PATCH /artifacts/" + ID, TAGGED);

    @AfterEach
    void close() {
        server.close();
    }

    private Result run(String... arguments) {
        return TestingCommand.of(home, server).run(arguments);
    }

    private Asked change() {
        return server.asked("PATCH /artifacts/" + ID).getFirst();
    }

    @Test
    void anArtifactMovesIntoAFolderOfThatPath() {
        Result result = run("mv", ID, "/algorithms/sorting/");

        assertThat(result.code()).isZero();
        assertThat(change().json().path("folderId").asText()).isEqualTo(FOLDER);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Merge sort");
    }

    @Test
    void anArtifactMovesByTheIdOfAFolderAndToTheTop() {
        run("mv", ID, CATEGORY);
        run("mv", ID, "/");

        assertThat(server.asked("GET /folders")).isEmpty();
        assertThat(server.asked("PATCH /artifacts/" + ID))
                .extracting(asked -> asked.json().path("folderId").asText())
                .containsExactly(CATEGORY, "");
    }

    @Test
    void severalMoveAtOnceIntoAFolderThatIsMade() {
        server.on("POST /folders", Answer.created("{\"id\":\"made-1\"}"));
        server.on("PATCH /artifacts/" + CATEGORY, Answer.notFound());

        Result result = run("mv", CATEGORY, ID, "Algorithms/Sorting/Graphs", "--parents", "--json");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(change().json().path("folderId").asText()).isEqualTo("made-1");
        assertThat(server.asked("POST /folders").getFirst().json().toString())
                .isEqualTo("{\"name\":\"Graphs\",\"parentId\":\"" + FOLDER + "\"}");
        assertThat(result.json().path("items")).hasSize(2);
    }

    @Test
    void anArtifactIsRenamedWhereItLies() {
        assertThat(run("mv", ID, "--title", "Quick sort", "--name", "quick.py").code()).isZero();

        assertThat(change().json().toString())
                .isEqualTo("{\"title\":\"Quick sort\",\"fileName\":\"quick.py\"}");
        assertThat(server.asked("GET /folders")).isEmpty();
    }

    @Test
    void aMoveToNowhereIsMisuse() {
        assertThat(run("mv", ID).code()).isEqualTo(2);
        assertThat(run("mv", "sort.py", "/").code()).isEqualTo(2);
        assertThat(run("mv", ID, CATEGORY, "/", "--title", "T").code()).isEqualTo(2);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNotFound() {
        Result result = run("mv", ID, "Elsewhere");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_FOUND.number());
        assertThat(result.err()).contains("Elsewhere");
        assertThat(server.asked("PATCH /artifacts/" + ID)).isEmpty();
    }

    @Test
    void tagsAreGivenAndTakenFromTheStateThatWasSeen() {
        Result result = run("tag", ID, "+hard work", "-DRAFT", "-hidden", "+X");

        assertThat(result.code()).isZero();
        assertThat(change().headers().get("If-match")).containsExactly("\"7\"");
        assertThat(change().json().toString()).isEqualTo("{\"tags\":[\"x\",\"hard work\"]}");
        assertThat(result.out()).isEqualTo("Draft\nx\n");
    }

    @Test
    void withoutChangesTagsArePrinted() {
        assertThat(run("tag", ID).out()).isEqualTo("Draft\nx\n");
        assertThat(run("tag", "--json", ID).json().path("revision").asInt()).isEqualTo(7);
        assertThat(server.asked("PATCH /artifacts/" + ID)).isEmpty();
    }

    @Test
    void whatHasNoSignIsMisuse() {
        for (String change : new String[] {"a", "+", "- ", "--json"}) {
            assertThat(run("tag", ID, change).code()).isEqualTo(ExitCode.USAGE.number());
        }
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void listsAreNarrowedByPlace() {
        server.on(
                "GET /categories",
                Answer.json(
                        "{\"items\":[{\"id\":\"%s\",\"name\":\"Web pages\"}],\"next\":null}"
                                .formatted(CATEGORY)));

        run("ls", "--folder", "Algorithms/Sorting", "--tag", "a", "--tag", "b c", "--favourite");
        run("ls", "--folder", "/", "--category", "web pages");

        assertThat(server.asked("GET /artifacts"))
                .extracting(Asked::query)
                .containsExactly(
                        "tag=a&tag=b%20c&folder="
                                + FOLDER
                                + "&recursive=true&favourite=true&size=20",
                        "folder=root&category=" + CATEGORY + "&size=20");
    }

    @Test
    void conversationsHaveNoPlace() {
        assertThat(run("ls", "--conversations", "--tag", "a").code())
                .isEqualTo(ExitCode.USAGE.number());
    }
}
