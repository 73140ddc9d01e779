package io.artifactor.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes an export and its known answers, one conversation after another. */
public final class ExportGenerator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MEGABYTE = 1L << 20;

    private final GeneratorOptions options;
    private final AnswerBook answers;
    private long bytes;

    private ExportGenerator(GeneratorOptions options, AnswerBook answers) {
        this.options = options;
        this.answers = answers;
    }

    /** See {@link GeneratorOptions} for the arguments. */
    public static void main(String... arguments) throws IOException {
        generate(GeneratorOptions.parse(arguments));
    }

    public static void generate(GeneratorOptions options) throws IOException {
        try (AnswerBook answers = new AnswerBook(options);
                OutputStream file =
                        new BufferedOutputStream(Files.newOutputStream(options.out()), 1 << 16)) {
            ExportGenerator generator = new ExportGenerator(options, answers);
            if (options.out().toString().endsWith(".zip")) {
                generator.archive(file);
            } else {
                generator.conversations(file);
            }
        }
    }

    private void archive(OutputStream file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(entry("conversations.json"));
            conversations(zip);
            if (options.chatgpt()) {
                entry(zip, "user.json", "{\"id\":\"user-1\",\"email\":\"someone@example.org\"}");
                answers.skipped("entry:user.json");
                entry(zip, "chat.html", "<html><body>all of it again</body></html>");
                answers.skipped("entry:chat.html");
            } else {
                entry(
                        zip,
                        "users.json",
                        "[{\"uuid\":\"u\",\"email_address\":\"someone@example.org\"}]");
                answers.skipped("entry:users.json");
                projects(zip);
            }
        }
    }

    private void projects(ZipOutputStream zip) throws IOException {
        Words words = new Words(options.seed());
        String content = Contents.lines(words, 20);
        String document =
                JSON.createObjectNode()
                        .put("uuid", "doc-1")
                        .put("filename", "guide.md")
                        .put("content", content)
                        .toString();
        entry(
                zip,
                "projects.json",
                "[{\"uuid\":\"project-1\",\"name\":\"Plans\",\"prompt_template\":\"\",\"docs\":["
                        + document
                        + "]},{\"uuid\":\"project-2\",\"name\":\"Nothing\",\"docs\":[]}]");
        answers.file("project-doc:doc-1", "Plans/guide.md", content);
        answers.skipped("project:project-2");
    }

    private void conversations(OutputStream out) throws IOException {
        out.write('[');
        boolean bySize = options.megabytes() > 0;
        long enough = options.megabytes() * MEGABYTE;
        for (int i = 0; bySize ? bytes < enough : i < options.conversations(); i++) {
            if (i > 0) {
                out.write(',');
                out.write('\n');
            }
            byte[] element = conversation(i);
            out.write(element);
            bytes += element.length + 2;
        }
        out.write(']');
        out.flush();
    }

    private byte[] conversation(int index) throws IOException {
        ClaudeWriter.Written written =
                options.chatgpt()
                        ? ChatgptWriter.write(options.seed(), index, options.grown())
                        : ClaudeWriter.write(options.seed(), index, options.grown());
        byte[] json = JSON.writeValueAsBytes(written.json());
        int every = options.malformedEvery();
        if (every > 0 && (index + 1) % every == 0) {
            Damage[] all = Damage.values();
            Damage damage = all[(index / every) % all.length];
            answers.unreadable(index, damage.name());
            return damage.apply(json);
        }
        answers.conversation(written.story());
        return json;
    }

    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        // The same seed gives the same bytes.
        entry.setTime(1_700_000_000_000L);
        return entry;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.closeEntry();
        zip.putNextEntry(entry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
