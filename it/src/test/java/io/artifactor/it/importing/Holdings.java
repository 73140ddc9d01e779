package io.artifactor.it.importing;

import com.fasterxml.jackson.databind.JsonNode;
import io.artifactor.it.TestingUser;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** What a user's library holds by the server's answers, told as {@link Answers} are. */
final class Holdings {

    final TreeSet<String> conversations = new TreeSet<>();
    final TreeSet<String> versions = new TreeSet<>();

    private final TestingUser user;
    private final Map<String, String> conversationKeys = new HashMap<>();
    private final Map<String, String> artifactKeys = new HashMap<>();
    private final Map<String, String> messageKeys = new HashMap<>();

    private Holdings(TestingUser user) {
        this.user = user;
    }

    static Holdings of(TestingUser user) {
        Holdings holdings = new Holdings(user);
        holdings.readLedgers();
        holdings.readConversations();
        for (JsonNode artifact : Imports.all(user, "/artifacts")) {
            holdings.readVersions(artifact.get("id").asText());
        }
        return holdings;
    }

    /** Only ledgers tell which artifact stands for what in the file. */
    private void readLedgers() {
        for (JsonNode run : Imports.all(user, "/imports")) {
            for (JsonNode line : Imports.ledger(user, run)) {
                String key = line.get("key").asText();
                String conversation = line.path("conversationId").asText();
                switch (line.get("kind").asText()) {
                    case "conversation" -> conversationKeys.put(conversation, key);
                    case "artifact" ->
                            artifactKeys.put(
                                    line.path("artifactId").asText(),
                                    conversationKeys.get(conversation) + " " + key);
                    case "file" -> artifactKeys.put(line.path("artifactId").asText(), key);
                    default -> {
                        // What became nothing has no id.
                    }
                }
            }
        }
    }

    private void readConversations() {
        for (JsonNode conversation : Imports.all(user, "/conversations")) {
            String id = conversation.get("id").asText();
            String key =
                    conversation.get("source").asText()
                            + ":"
                            + conversation.get("sourceId").asText();
            conversations.add(
                    Answers.conversation(
                            key,
                            conversation.get("title").asText(),
                            conversation.get("messageCount").asInt()));
            for (JsonNode message : Imports.all(user, "/conversations/" + id + "/messages")) {
                messageKeys.put(message.get("id").asText(), message.get("sourceId").asText());
            }
        }
    }

    private void readVersions(String artifact) {
        for (JsonNode version : Imports.all(user, "/artifacts/" + artifact + "/versions")) {
            String message = version.path("messageId").asText();
            String told =
                    Answers.version(
                            String.valueOf(artifactKeys.get(artifact)),
                            version.get("branch").asText(),
                            version.get("number").asInt(),
                            version.get("sha256").asText(),
                            version.get("broken").asBoolean());
            versions.add(message.isEmpty() ? told : told + " in " + messageKeys.get(message));
        }
    }
}
