package io.artifactor.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes one conversation as Claude's export has it. */
final class ClaudeWriter {

    private static final String ROOT = "00000000-0000-4000-8000-000000000000";
    private static final Instant BEGINNING = Instant.parse("2024-06-01T08:00:00.123456Z");

    private final Words words;
    private final Story story;
    private final Story.Line main;
    private final ObjectNode conversation;
    private final ArrayNode messages;
    private final boolean linked;
    private final boolean draftsOnly;
    private final boolean grows;
    private Instant time;
    private int named;

    private ClaudeWriter(long seed, int index) {
        this.words = new Words(seed * 1_000_003 + index);
        String id = words.uuid();
        this.story = new Story("claude:" + id, words.some(4));
        this.main = story.main();
        this.linked = words.chance(60);
        this.draftsOnly = words.chance(10);
        this.grows = index % 3 == 0;
        this.time = BEGINNING.plusSeconds(index * 3_600L);
        this.conversation = new ObjectMapper().createObjectNode();
        conversation.put("uuid", id).put("name", story.title).put("summary", "");
        conversation.put("created_at", time.toString());
        conversation.put("updated_at", "");
        conversation.putObject("account").put("uuid", "0d1f2b3c-0000-4000-8000-00000000000a");
        this.messages = conversation.putArray("chat_messages");
    }

    /** A conversation and what it holds. */
    record Written(ObjectNode json, Story story) {}

    static Written write(long seed, int index, boolean grown) {
        ClaudeWriter writer = new ClaudeWriter(seed, index);
        int rounds = 1 + writer.words.below(8);
        for (int i = 0; i < rounds; i++) {
            writer.round();
        }
        for (int i = 0; grown && writer.grows && i < 3; i++) {
            writer.round();
        }
        writer.conversation.put("updated_at", writer.time.toString());
        return new Written(writer.conversation, writer.story);
    }

    private void round() {
        question(main);
        if (linked && words.chance(25)) {
            Story.Line side = story.fork(main);
            answer(side);
            if (words.chance(50)) {
                question(side);
                answer(side);
            }
        }
        answer(main);
    }

    private ObjectNode message(Story.Line line, String sender) {
        String id = words.uuid();
        time = time.plusSeconds(30);
        ObjectNode message = messages.addObject().put("uuid", id).put("text", "");
        message.putArray("content");
        message.put("sender", sender).put("created_at", time.toString());
        message.put("updated_at", time.toString());
        message.putArray("attachments");
        message.putArray("files");
        if (linked) {
            message.put("parent_message_uuid", line.tip.isEmpty() ? ROOT : line.tip);
        }
        line.tip = id;
        story.message();
        return message;
    }

    private void question(Story.Line line) {
        ObjectNode message = message(line, "human");
        String text =
                words.prose()
                        + (words.chance(10) ? "\n```\n" + Contents.lines(words, 9) + "\n```" : "");
        message.put("text", text);
        message.withArray("content").addObject().put("type", "text").put("text", text);
        int attached = words.chance(15) ? 1 + words.below(2) : 0;
        for (int i = 0; i < attached; i++) {
            attach(message, line, i);
        }
        if (words.chance(10)) {
            message.withArray("files").addObject().put("file_name", "photo.png");
        }
    }

    private void attach(ObjectNode message, Story.Line line, int place) {
        String name = "notes-" + words.below(1000) + ".txt";
        String content = words.chance(90) ? words.prose() : "";
        message.withArray("attachments")
                .addObject()
                .put("file_name", words.chance(80) ? name : "")
                .put("file_size", content.length())
                .put("file_type", "txt")
                .put("extracted_content", content);
        if (!content.isEmpty()) {
            story.version(line, "attachment:" + line.tip + ":" + place, content);
        }
    }

    private void answer(Story.Line line) {
        ObjectNode message = message(line, "assistant");
        ClaudeBranch answer = new ClaudeBranch(story, line, words, message.withArray("content"));
        if (words.chance(30)) {
            answer.thinking();
        }
        answer.text(words.prose());
        for (int acts = words.below(4); acts > 0; acts--) {
            act(answer, line);
        }
        // Nothing can follow what was cut off.
        if (words.chance(4)) {
            answer.tag(tagName(line), true);
        }
        message.put("text", answer.flat());
    }

    private void act(ClaudeBranch answer, Story.Line line) {
        switch (words.below(10)) {
            case 0 -> answer.tag(tagName(line), false);
            case 1, 2, 3 -> artifact(answer, line);
            case 4, 5 -> file(answer, line);
            case 6 -> answer.analysis();
            case 7 -> answer.fence(words.chance(60));
            case 8 -> answer.unknown();
            default -> answer.otherTool();
        }
    }

    /**
     * In conversations that never grow, sibling branches may make a thing of the same name: where
     * they did and the shown path follows later, names of branches would depend on what was
     * imported before.
     */
    private String tagName(Story.Line line) {
        String name = "tag-" + words.below(3);
        boolean alone = line.number > 0 && line.content("artifact:" + name) == null;
        return alone && grows ? name + "-aside-" + line.number : name;
    }

    private void artifact(ClaudeBranch answer, Story.Line line) {
        List<String> known = known(line, "artifact:made-");
        if (known.isEmpty() || words.chance(25)) {
            answer.create("made-" + named++);
            return;
        }
        String id = known.get(words.below(known.size()));
        switch (words.below(10)) {
            case 0 -> answer.rewrite(id);
            case 1 -> answer.brokenUpdate(id);
            case 2 -> answer.refusedUpdate(id);
            case 3 -> answer.strayUpdate("never-made");
            case 4 -> answer.create(id);
            default -> answer.update(id);
        }
    }

    private void file(ClaudeBranch answer, Story.Line line) {
        String folder = draftsOnly ? "/home/claude/" : "/mnt/user-data/outputs/";
        List<String> known = known(line, "file:" + folder);
        if (known.isEmpty() || words.chance(30)) {
            String path = folder + "file-" + named++ + ".py";
            answer.createFile(path);
            if (!draftsOnly && words.chance(60)) {
                answer.present(path);
                draft(answer);
            }
            return;
        }
        String path = known.get(words.below(known.size()));
        answer.replaceInFile(path.startsWith("/") ? path : folder + path, words.chance(80));
    }

    /** Left out, as there are presented files. */
    private void draft(ClaudeBranch answer) {
        if (words.chance(30)) {
            String path = "/home/claude/draft-" + named++ + ".py";
            answer.createFile(path);
            story.forget("file:" + path);
        }
    }

    private static List<String> known(Story.Line line, String prefix) {
        boolean file = prefix.startsWith("file:");
        List<String> known = new ArrayList<>();
        for (String key : line.known()) {
            if (key.startsWith(prefix)) {
                known.add(key.substring(file ? "file:".length() : "artifact:".length()));
            }
        }
        known.sort(null);
        return known;
    }
}
