package io.artifactor.generator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Writes one conversation as ChatGPT's export has it. */
final class ChatgptWriter {

    private final ObjectMapper json = new ObjectMapper();
    private final Words words;
    private final Story story;
    private final Story.Line main;
    private final ObjectNode conversation;
    private final ObjectNode mapping;
    private double time;

    private ChatgptWriter(long seed, int index) {
        this.words = new Words(seed * 1_000_033 + index);
        String id = words.uuid();
        this.story = new Story("chatgpt:" + id, words.some(4));
        this.main = story.main();
        this.time = 1_700_000_000.25 + index * 3_600.0;
        this.conversation = json.createObjectNode();
        conversation.put("title", story.title).put("create_time", time).put("update_time", 0.0);
        this.mapping = conversation.putObject("mapping");
        conversation.putArray("moderation_results");
        conversation.put("current_node", "").put("conversation_id", id).put("id", id);
        conversation.put("default_model_slug", "gpt-4o");
        beginning();
    }

    static ClaudeWriter.Written write(long seed, int index, boolean grown) {
        ChatgptWriter writer = new ChatgptWriter(seed, index);
        int rounds = 1 + writer.words.below(8);
        for (int i = 0; i < rounds; i++) {
            writer.round();
        }
        for (int i = 0; grown && index % 3 == 0 && i < 3; i++) {
            writer.round();
        }
        writer.conversation.put("current_node", writer.main.tip).put("update_time", writer.time);
        return new ClaudeWriter.Written(writer.conversation, writer.story);
    }

    /** A node without a message, a hidden message, and now and then one whose parent is lost. */
    private void beginning() {
        String root = words.uuid();
        mapping.putObject(root)
                .put("id", root)
                .putNull("message")
                .putNull("parent")
                .putArray("children");
        main.tip = root;
        ObjectNode hidden = message(main, "system", "all");
        hidden.put("weight", 0);
        content(hidden, "");
        if (words.chance(10)) {
            Story.Line lost = story.fork(main);
            lost.tip = "lost-" + words.uuid();
            content(message(lost, "user", "all"), words.prose());
        }
    }

    private void round() {
        question(main);
        if (words.chance(25)) {
            Story.Line side = story.fork(main);
            answer(side);
        }
        answer(main);
    }

    private ObjectNode message(Story.Line line, String role, String recipient) {
        String id = words.uuid();
        time += 10.5;
        ObjectNode node = mapping.putObject(id).put("id", id).put("parent", line.tip);
        if (mapping.get(line.tip) instanceof ObjectNode parent) {
            parent.withArray("children").add(id);
        }
        ObjectNode message = node.putObject("message").put("id", id);
        message.putObject("author").put("role", role).putNull("name").putObject("metadata");
        message.put("create_time", time).put("status", "finished_successfully").put("weight", 1.0);
        message.put("recipient", recipient).putObject("metadata");
        node.putArray("children");
        line.tip = id;
        story.message();
        return message;
    }

    private static void content(ObjectNode message, String text) {
        message.putObject("content").put("content_type", "text").putArray("parts").add(text);
    }

    private void question(Story.Line line) {
        ObjectNode message = message(line, "user", "all");
        content(message, words.prose());
        if (words.chance(5)) {
            String text = Contents.lines(words, 3);
            message.withObject("/metadata/canvas")
                    .putArray("user_created_textdocs")
                    .addObject()
                    .put("title", words.some(2))
                    .put("type", "document")
                    .put("content", text);
            story.version(line, "canvas:" + line.tip + ":user:0", text);
        }
    }

    private void answer(Story.Line line) {
        ObjectNode first = message(line, "assistant", "all");
        first.withObject("/metadata").put("model_slug", "gpt-4o");
        boolean large = words.chance(60);
        String code = large ? Contents.lines(words, 12) : words.some(3);
        boolean fenced = words.chance(40);
        content(first, fenced ? words.some(4) + "\n```python\n" + code + "\n```\n" : words.prose());
        if (fenced && large) {
            story.version(line, "code:" + line.tip + ":0", code);
        }
        for (int acts = words.below(3); acts > 0; acts--) {
            canvas(line);
        }
        if (words.chance(10)) {
            ObjectNode odd = message(line, "assistant", "all");
            odd.putObject("content").put("content_type", "hologram").put("rose", words.below(9));
        }
        content(message(line, "assistant", "all"), words.prose());
    }

    private void canvas(Story.Line line) {
        List<String> known = new ArrayList<>();
        for (String key : line.known()) {
            if (key.startsWith("canvas:doc-")) {
                known.add(key);
            }
        }
        known.sort(null);
        if (known.isEmpty() || words.chance(30)) {
            create(line);
        } else {
            change(line, known.get(words.below(known.size())));
        }
    }

    private void create(Story.Line line) {
        boolean isCode = words.chance(50);
        String text = Contents.lines(words, 4 + words.below(20));
        ObjectNode order = json.createObjectNode().put("name", words.some(2));
        order.put("type", isCode ? "code/python" : "document").put("content", text);
        String id = "doc-" + words.uuid();
        order(line, "create_textdoc", order);
        story.version(line, "canvas:" + id, text);
        answered(line, "create_textdoc", id);
    }

    private void change(Story.Line line, String key) {
        String before = String.valueOf(line.content(key));
        ObjectNode order = json.createObjectNode();
        ObjectNode update = order.putArray("updates").addObject();
        String after = null;
        switch (words.below(5)) {
            case 0 -> {
                after = Contents.lines(words, 4 + words.below(20));
                update.put("pattern", ".*").put("multiple", false).put("replacement", after);
            }
            case 1 -> update.put("pattern", "stands no\\w+").put("replacement", "x");
            case 2 -> {
                boolean there = before.contains(Contents.TWICE);
                after = there ? before.replace(Contents.TWICE, "# twice") : null;
                update.put("pattern", Contents.TWICE)
                        .put("multiple", true)
                        .put("replacement", "# twice");
            }
            default -> {
                Contents.Change change = Contents.change(words, before);
                String name = change.old().split(" ", 2)[0];
                after = before.replace(change.old(), name + " = None");
                String pattern = "(?m)^(" + name + ")( = .*)?$";
                update.put("pattern", pattern).put("replacement", "\\1 = None");
            }
        }
        order(line, "update_textdoc", order);
        if (after == null) {
            story.broken(line, key);
        } else {
            story.version(line, key, after);
        }
        answered(line, "update_textdoc", key.substring("canvas:".length()));
    }

    private void order(Story.Line line, String tool, ObjectNode order) {
        ObjectNode message = message(line, "assistant", "canmore." + tool);
        if (words.chance(50)) {
            message.putObject("content")
                    .put("content_type", "code")
                    .put("language", "json")
                    .put("text", order.toString());
        } else {
            content(message, order.toString());
        }
    }

    private void answered(Story.Line line, String tool, String id) {
        ObjectNode message = message(line, "tool", "all");
        message.withObject("/author").put("name", "canmore." + tool);
        content(message, "Successfully changed text document with textdoc_id: '" + id + "'");
        if (words.chance(70)) {
            message.withObject("/metadata/canvas").put("textdoc_id", id);
        }
    }
}
