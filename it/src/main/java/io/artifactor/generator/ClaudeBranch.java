package io.artifactor.generator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One answer of Claude while it is written: its blocks, and where its story goes on. */
final class ClaudeBranch {

    private static final String OUTPUTS = "/mnt/user-data/outputs/";
    private static final String FLATTENED =
            "```\nThis block is not supported on your current device yet.\n```";

    private final Story story;
    private final Story.Line line;
    private final Words words;
    private final ArrayNode blocks;
    private final StringBuilder flat = new StringBuilder();
    private int codes;

    ClaudeBranch(Story story, Story.Line line, Words words, ArrayNode blocks) {
        this.story = story;
        this.line = line;
        this.words = words;
        this.blocks = blocks;
    }

    /** What a device that knows no tools would show. */
    String flat() {
        return flat.toString();
    }

    void text(String text) {
        ObjectNode block = blocks.addObject().put("type", "text").put("text", text);
        block.putArray("citations");
        flat.append(flat.isEmpty() ? "" : "\n\n").append(text);
    }

    void thinking() {
        blocks.addObject()
                .put("type", "thinking")
                .put(
                        "thinking",
                        words.prose() + "\n<antArtifact identifier=\"thought\">no</antArtifact>")
                .put("cut_off", false)
                .putArray("summaries");
    }

    void unknown() {
        blocks.addObject()
                .put("type", words.chance(50) ? "token_budget" : "hologram")
                .put("something", words.below(1000))
                .putArray("nested")
                .add(words.some(3));
    }

    /** Generation A: the whole artifact as a tag inside of the text. */
    void tag(String id, boolean cutOff) {
        String key = "artifact:" + id;
        String body = Contents.lines(words, 3 + words.below(20));
        boolean known = line.content(key) != null;
        String type = words.chance(50) ? "text/markdown" : "application/vnd.ant.code";
        String name = words.chance(80) ? "antArtifact" : "antartifact";
        String attributes =
                words.chance(50)
                        ? " identifier=\"" + id + "\" type=\"" + type + "\""
                        : " type='" + type + "' language=\"python\" identifier='" + id + "'";
        String title = known ? "" : " title=\"" + words.some(2) + " > &quot;x&quot;\"";
        String thinking = "<antThinking>" + words.some(5) + "</antThinking>\n\n";
        String open =
                words.some(4) + "\n\n" + thinking + "<" + name + attributes + title + ">\n" + body;
        if (cutOff) {
            story.cutOff(line, key, body);
            text(open);
        } else {
            story.version(line, key, body);
            text(open + "\n</" + name + ">\n\n" + words.some(6));
        }
    }

    /** Generation B: the tool named artifacts. */
    void create(String id) {
        String content = Contents.lines(words, 4 + words.below(30));
        ObjectNode input = artifact("create", id);
        input.put("type", words.chance(50) ? "application/vnd.ant.code" : "text/markdown");
        input.put("language", "python").put("title", words.some(3)).put("content", content);
        result("artifacts", "OK", false);
        story.version(line, "artifact:" + id, content);
    }

    void rewrite(String id) {
        String content = Contents.lines(words, 4 + words.below(30));
        artifact("rewrite", id).put("content", content);
        result("artifacts", "OK", false);
        story.version(line, "artifact:" + id, content);
    }

    void update(String id) {
        String key = "artifact:" + id;
        Contents.Change change = Contents.change(words, String.valueOf(line.content(key)));
        artifact("update", id).put("old_str", change.old()).put("new_str", change.replacement());
        result("artifacts", "OK", false);
        story.version(line, key, change.after());
    }

    /** An update whose text is not there, or is there twice. */
    void brokenUpdate(String id) {
        String old = words.chance(50) ? "this stands nowhere" : Contents.TWICE;
        artifact("update", id).put("old_str", old).put("new_str", words.some(2));
        if (words.chance(50)) {
            result("artifacts", "OK", false);
        }
        story.broken(line, "artifact:" + id);
    }

    /** An update that the vendor refused, whatever it says. */
    void refusedUpdate(String id) {
        Contents.Change change =
                Contents.change(words, String.valueOf(line.content("artifact:" + id)));
        artifact("update", id).put("old_str", change.old()).put("new_str", change.replacement());
        result("artifacts", "String not found", true);
    }

    /** An update of what was never made. */
    void strayUpdate(String id) {
        artifact("update", id).put("old_str", "a").put("new_str", "b");
    }

    /** Generation C: files of code execution. */
    void createFile(String path) {
        String content = Contents.lines(words, 4 + words.below(30));
        use("create_file").put("path", path).put("file_text", content).put("description", "x");
        result("create_file", "File created successfully: " + path, false);
        story.version(line, "file:" + path, content);
    }

    void replaceInFile(String path, boolean works) {
        String key = "file:" + path;
        ObjectNode input = use("str_replace").put("path", path);
        if (works) {
            Contents.Change change = Contents.change(words, String.valueOf(line.content(key)));
            input.put("old_str", change.old()).put("new_str", change.replacement());
            story.version(line, key, change.after());
        } else {
            input.put("old_str", Contents.TWICE).put("new_str", "");
            story.broken(line, key);
        }
        result("str_replace", "Successfully replaced string in " + path, false);
    }

    void present(String path) {
        use("present_files").putArray("filepaths").add(path).add(OUTPUTS + "deck.pptx");
        ObjectNode result = blocks.addObject().put("type", "tool_result");
        result.put("name", "present_files").put("is_error", false);
        result.putArray("content")
                .addObject()
                .put("type", "local_resource")
                .put("file_path", path)
                .put("name", path.substring(path.lastIndexOf('/') + 1));
    }

    /** Generation D: code run by the analysis tool, and widgets. */
    void analysis() {
        String code = Contents.lines(words, 2);
        boolean widget = words.chance(40);
        if (widget) {
            use("show_widget").put("title", words.some(2)).put("widget_code", code);
        } else {
            use("repl").put("code", code);
        }
        result(widget ? "show_widget" : "repl", words.some(4), words.chance(20));
        story.version(line, "code:" + line.tip + ":" + codes++, code);
    }

    void otherTool() {
        use("web_search").put("query", words.some(3));
        result("web_search", words.prose(), false);
    }

    /** Fenced code, of which only larger pieces count. */
    void fence(boolean large) {
        String code = large ? Contents.lines(words, 12) : words.some(3);
        String mark = words.chance(80) ? "```" : "~~~~";
        String before = words.chance(50) ? "## " + words.some(2) : words.some(5);
        text(before + "\n\n" + mark + "python\n" + code + "\n" + mark + "\n\n" + words.some(3));
        if (large) {
            story.version(line, "code:" + line.tip + ":" + codes, code);
        }
        codes++;
    }

    private ObjectNode artifact(String command, String id) {
        return use("artifacts")
                .put("command", command)
                .put("id", id)
                .put("version_uuid", words.uuid());
    }

    private ObjectNode use(String tool) {
        flat.append(flat.isEmpty() ? "" : "\n\n").append(FLATTENED);
        return blocks.addObject().put("type", "tool_use").put("name", tool).putObject("input");
    }

    private void result(String tool, String text, boolean error) {
        ObjectNode result = blocks.addObject().put("type", "tool_result").put("name", tool);
        result.put("is_error", error);
        result.putArray("content").addObject().put("type", "text").put("text", text);
    }
}
