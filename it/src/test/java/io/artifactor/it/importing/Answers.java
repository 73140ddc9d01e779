package io.artifactor.it.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.generator.ExportGenerator;
import io.artifactor.generator.GeneratorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A generated export and what its generator knows to be in it.
 *
 * @param conversations a line for each: its key, title and number of messages
 * @param versions a line for each: where it belongs, its branch, number, digest, whether it is
 *     broken, and the message that made it
 * @param unreadable how many damaged elements
 * @param skipped the keys of what is left out on purpose
 * @param totals as counted by the generator
 */
record Answers(
        Path export,
        TreeSet<String> conversations,
        TreeSet<String> versions,
        int unreadable,
        List<String> skipped,
        JsonNode totals) {

    /** Writes the export into the folder. */
    static Answers generate(Path folder, Export export) {
        Path file = folder.resolve(export.fileName());
        Path answers = folder.resolve(export.fileName() + ".answers");
        try {
            ExportGenerator.generate(
                    new GeneratorOptions(
                            export.seed(),
                            export.conversations(),
                            export.megabytes(),
                            export.vendor().equals("chatgpt"),
                            export.malformedEvery(),
                            export.grown(),
                            file,
                            answers));
            return read(file, Files.readAllLines(answers));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What to generate; by number of conversations, or by size. */
    record Export(
            String vendor,
            String fileName,
            long seed,
            int conversations,
            int megabytes,
            int malformedEvery,
            boolean grown) {

        static Export of(String vendor, String fileName, long seed, int conversations) {
            return new Export(vendor, fileName, seed, conversations, 0, 0, false);
        }

        static Export ofSize(String vendor, String fileName, long seed, int megabytes) {
            return new Export(vendor, fileName, seed, 0, megabytes, 0, false);
        }

        Export malformedEvery(int every) {
            return new Export(vendor, fileName, seed, conversations, megabytes, every, grown);
        }

        /** The same export later, with more in it. */
        Export grownTo(int more) {
            return new Export(vendor, fileName, seed, more, 0, malformedEvery, true);
        }
    }

    long total(String name) {
        return totals.get(name).asLong();
    }

    private static Answers read(Path file, List<String> lines) {
        TreeSet<String> conversations = new TreeSet<>();
        TreeSet<String> versions = new TreeSet<>();
        List<String> skipped = new ArrayList<>();
        int unreadable = 0;
        for (String line : lines) {
            JsonNode answer = Imports.json(line);
            switch (answer.get("type").asText()) {
                case "conversation" -> {
                    String key = answer.get("key").asText();
                    conversations.add(
                            conversation(
                                    key,
                                    answer.get("title").asText(),
                                    answer.get("messages").asInt()));
                    for (JsonNode artifact : answer.get("artifacts")) {
                        addVersions(versions, key, artifact);
                    }
                }
                case "file" ->
                        versions.add(
                                version(
                                        answer.get("path").asText(),
                                        "main",
                                        1,
                                        answer.get("sha256").asText(),
                                        false));
                case "unreadable" -> unreadable++;
                case "skipped" -> skipped.add(answer.get("key").asText());
                default -> {
                    return new Answers(file, conversations, versions, unreadable, skipped, answer);
                }
            }
        }
        throw new IllegalStateException("The answers end without totals.");
    }

    private static void addVersions(TreeSet<String> versions, String key, JsonNode artifact) {
        for (JsonNode version : artifact.get("versions")) {
            versions.add(
                    version(
                                    key + " " + artifact.get("key").asText(),
                                    version.get("branch").asText(),
                                    version.get("number").asInt(),
                                    version.get("sha256").asText(),
                                    version.get("broken").asBoolean())
                            + " in "
                            + version.get("message").asText());
        }
    }

    static String conversation(String key, String title, int messages) {
        return key + " \"" + title + "\" " + messages;
    }

    static String version(
            String artifact, String branch, int number, String sha256, boolean broken) {
        return artifact + " " + branch + " " + number + " " + sha256 + (broken ? " broken" : "");
    }
}
