package io.artifactor.importing.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message while it is being read block by block. */
final class TurnDraft {

    private static final int MAX_TOOL_TEXT = 4_000;

    final String id;
    final Sender sender;
    final Notes notes;
    private final ReadingOptions options;
    private final List<String> paragraphs = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final ArrayNode unknown = JsonNodeFactory.instance.arrayNode();
    private boolean understood;
    private int codes;

    TurnDraft(String id, Sender sender, Notes notes, ReadingOptions options) {
        this.id = id;
        this.sender = sender;
        this.notes = notes;
        this.options = options;
    }

    /** Adds a paragraph a person would read. */
    void say(String paragraph) {
        String plain = paragraph.strip();
        if (!plain.isEmpty()) {
            paragraphs.add(plain);
        }
    }

    /** Adds what a tool was given or gave back; the beginning of it, if it is long. */
    void sayOfTool(String label, String content) {
        boolean isLong = content.length() > MAX_TOOL_TEXT;
        say(label + (content.isBlank() ? "" : "\n" + cut(content) + (isLong ? "\n…" : "")));
    }

    /** Adds text of the message with the artifacts in it, tagged or fenced. */
    void sayWithArtifacts(String paragraph, String place) {
        if (sender != Sender.ASSISTANT) {
            say(paragraph);
            return;
        }
        int count = 0;
        for (ArtifactTags.Piece piece : ArtifactTags.pieces(paragraph)) {
            switch (piece) {
                case ArtifactTags.Prose prose -> {
                    say(prose.text());
                    keepFences(prose.text());
                }
                case ArtifactTags.Tag tag -> keepTag(tag, place + "." + count++);
            }
        }
    }

    void operate(String key, String artifactKey, Edit edit, Look look) {
        understood = true;
        operations.add(new Operation(key, artifactKey, edit, look));
    }

    /** Keeps a block nobody knows as it is. */
    void keepUnknown(String type, JsonNode block) {
        unknown.add(block);
        notes.unknownBlock(type);
    }

    /** Says that the message held something besides text that was understood. */
    void understood() {
        understood = true;
    }

    /** Whether nothing readable was found. */
    boolean isBlank() {
        return paragraphs.isEmpty() && !understood;
    }

    String text() {
        return paragraphs.size() == 1 ? paragraphs.getFirst() : String.join("\n\n", paragraphs);
    }

    List<Operation> operations() {
        return operations;
    }

    @Nullable String unknown() {
        return unknown.isEmpty() ? null : ElementContext.raw(unknown);
    }

    private void keepTag(ArtifactTags.Tag tag, String place) {
        String title = tag.attribute("title");
        String identifier = tag.attribute("identifier");
        String name = identifier != null ? identifier : title;
        String key = "artifact:" + (name != null ? name : "unnamed:" + id + ":" + place);
        say("[Artifact: " + (title != null ? title : name != null ? name : "untitled") + "]");
        understood = true;
        String problem = null;
        if (!tag.closed()) {
            problem = "The answer was cut off in the middle of it.";
            notes.add("cut-off", problem, key);
        }
        if (tag.body().isEmpty()) {
            notes.add("content-missing", "A tag without content, in message " + id, key);
            return;
        }
        Look look = new Look(title, tag.attribute("type"), tag.attribute("language"), null);
        operate(id + ":" + place, key, new Edit.Whole(tag.body(), problem), look);
    }

    private void keepFences(String prose) {
        for (CodeFences.Fence fence : CodeFences.in(prose)) {
            // All are counted, so that keys stay when the sizes that matter are changed.
            int number = codes++;
            if (fence.isAtLeast(options.codeBlockMinLines(), options.codeBlockMinChars())) {
                keepFence(fence, number);
            }
        }
    }

    private void keepFence(CodeFences.Fence fence, int number) {
        String title = fence.title();
        boolean isName = title != null && title.indexOf('.') > 0 && title.indexOf(' ') < 0;
        Look look = new Look(title, "code", fence.language(), isName ? title : null);
        String problem = null;
        if (!fence.closed()) {
            problem = "The answer was cut off in the middle of it.";
            notes.add("cut-off", problem, codeKey(number));
        }
        operateCode(number, new Edit.Whole(fence.code(), problem), look);
    }

    /** Keeps a piece of code that a tool was given as a whole. */
    void keepCode(String code, Look look) {
        operateCode(codes++, new Edit.Whole(code, null), look);
    }

    private void operateCode(int number, Edit edit, Look look) {
        operate(id + ":code:" + number, codeKey(number), edit, look);
    }

    private String codeKey(int number) {
        return "code:" + id + ":" + number;
    }

    private static String cut(String content) {
        return content.length() <= MAX_TOOL_TEXT ? content : content.substring(0, MAX_TOOL_TEXT);
    }
}
