package io.artifactor.generator;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to write.
 *
 * @param conversations how many, malformed ones included
 * @param megabytes or how large the document shall at least become; 0 to count conversations
 * @param chatgpt as ChatGPT does, else as Claude
 * @param malformedEvery every so manieth conversation is damaged; 0 for none
 * @param grown every third conversation goes on where it ended without this
 * @param out ends with {@code .zip} or {@code .json}
 */
public record GeneratorOptions(
        long seed,
        int conversations,
        int megabytes,
        boolean chatgpt,
        int malformedEvery,
        boolean grown,
        Path out,
        @Nullable Path answers) {

    private static final String USAGE =
            "Usage: --out FILE.zip|FILE.json [--answers FILE] [--seed N] [--conversations N |"
                    + " --megabytes N] [--format claude|chatgpt] [--malformed-every N] [--grow]";

    static GeneratorOptions parse(String... arguments) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            boolean last = i + 1 == arguments.length;
            given.put(name, name.equals("--grow") || last ? "" : arguments[++i]);
        }
        String out = given.get("--out");
        if (out == null) {
            throw new IllegalArgumentException(USAGE);
        }
        String answers = given.get("--answers");
        return new GeneratorOptions(
                Long.parseLong(given.getOrDefault("--seed", "1")),
                number(given, "--conversations", 100),
                number(given, "--megabytes", 0),
                given.getOrDefault("--format", "claude").equals("chatgpt"),
                number(given, "--malformed-every", 0),
                given.containsKey("--grow"),
                Path.of(out),
                answers == null ? null : Path.of(answers));
    }

    private static int number(Map<String, String> given, String name, int otherwise) {
        return Integer.parseInt(given.getOrDefault(name, String.valueOf(otherwise)));
    }
}
