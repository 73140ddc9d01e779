package io.artifactor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts files into the library, each as an artifact of its own. */
@Command(
        name = "put",
        description = {
            "Add files to the library, each as an artifact; of a folder every file in it and below,",
            "in folders of the same names. Chat exports are for import.",
            "What is large is sent in pieces: after a break the same command goes on where it was."
        },
        footer = {
            "  artifactor put sort.py --folder Algorithms/Sorting --tag sorting --tag stable",
            "  artifactor put notes/ --folder Archive/2026 --parents",
            "  pg_dump shop | artifactor put - --name shop.sql --title 'The shop, today'"
        })
final class PutCommand extends ServerCommand {

    private static final String STANDARD_INPUT = "-";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files and folders; - is the standard input.")
    private List<String> files = List.of();

    @Option(names = "--title", description = "The title; the file's name if absent.")
    private @Nullable String title;

    @Option(names = "--description", description = "What it is about.")
    private @Nullable String description;

    @Option(names = "--name", paramLabel = "NAME", description = "The file's name in the library.")
    private @Nullable String name;

    @Option(names = "--tag", description = "A tag to give; several times for several.")
    private List<String> tags = List.of();

    @Option(names = "--folder", paramLabel = "PATH", description = "The folder to lie in.")
    private String folder = "/";

    @Option(
            names = {"-p", "--parents"},
            description = "Make that folder, and those above it, if they are not there.")
    private boolean parents;

    @Option(names = "--category", paramLabel = "NAME", description = "The category.")
    private @Nullable String category;

    @Option(
            names = "--kind",
            completionCandidates = Kinds.class,
            description = "The kind, found out if absent: ${COMPLETION-CANDIDATES}.")
    private @Nullable String kind;

    @Option(
            names = "--language",
            description = "The language, such as python; found out if absent.")
    private @Nullable String language;

    @Option(
            names = "--visibility",
            completionCandidates = VisibilityCommand.Choices.class,
            description = "Who reads it: ${COMPLETION-CANDIDATES}; shared if absent.")
    private @Nullable String visibility;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description =
                    "How long to go on with a large file while the server is away (default: ${DEFAULT-VALUE}).")
    private long patience;

    PutCommand(Artifactor artifactor) {
        super(artifactor);
    }

    @Override
    ExitCode run() {
        check();
        ArtifactorClient client = artifactor().client();
        client.get("/auth/me"); // a refusal is clearer now than in the middle of a large upload
        Optional<String> workspace = artifactor().destination().workspace();
        Places places = new Places(client, workspace);
        Optional<String> into = parents ? places.madeFolder(folder) : places.folder(folder);
        PutWishes wishes =
                new PutWishes(
                        new PutWishes.Texts(title, description, kind, language, visibility),
                        workspace,
                        into,
                        Optional.ofNullable(category).map(places::category),
                        tags);
        Deposit deposit =
                new Deposit(client, artifactor().surroundings(), Duration.ofSeconds(patience));
        PutRun run = new PutRun(this, deposit, places);
        for (String file : files) {
            put(run, file, wishes);
        }
        return run.end();
    }

    private void check() {
        boolean many = files.size() > 1;
        boolean one = !many && !isFolder(files.getFirst());
        if (!one && (title != null || name != null)) {
            throw Failure.usage("--title and --name are for one file");
        }
        if (files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw Failure.usage("The standard input can be read once");
        }
        files.stream()
                .filter(file -> !file.equals(STANDARD_INPUT))
                .map(Path::of)
                .forEach(ImportSource::check);
    }

    private static boolean isFolder(String file) {
        return !file.equals(STANDARD_INPUT) && Files.isDirectory(Path.of(file));
    }

    private void put(PutRun run, String file, PutWishes wishes) {
        try {
            if (file.equals(STANDARD_INPUT)) {
                putStandardInput(run, wishes);
            } else if (isFolder(file)) {
                putFolder(run, Path.of(file), wishes);
            } else {
                Path path = Path.of(file);
                run.put(
                        path,
                        name == null ? String.valueOf(path.getFileName()) : name,
                        file,
                        wishes);
            }
        } catch (IOException e) {
            run.failed(file, e);
        }
    }

    /** Its length and digest have to be known before anything is sent. */
    private void putStandardInput(PutRun run, PutWishes wishes) throws IOException {
        Path copy = Files.createTempFile("artifactor-", ".in");
        try {
            Files.copy(terminal().input(), copy, StandardCopyOption.REPLACE_EXISTING);
            run.put(copy, name == null ? "" : name, STANDARD_INPUT, wishes);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void putFolder(PutRun run, Path folder, PutWishes wishes) throws IOException {
        Path real = folder.toRealPath();
        FileTree tree = FileTree.of(real);
        tree.warn(terminal());
        Path last = real.getFileName();
        String top = last == null ? "" : last.toString();
        for (Path file : tree.files()) {
            String path = top.isEmpty() ? tree.nameOf(file) : top + "/" + tree.nameOf(file);
            run.putInTree(file, path, wishes);
        }
    }
}
