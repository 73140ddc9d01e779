package io.artifactor.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of somebody.
 *
 * @param externalId what the realm calls them for ever
 * @param userName what it calls them now
 * @param kept the names and addresses, as they are shown again
 * @param active whether they are to be let in; null where nothing is said of it
 */
record UserAttributes(
        String externalId, String userName, ObjectNode kept, @Nullable Boolean active) {

    private static final int LONGEST_ID = 400;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_ADDRESSES = 20;
    private static final List<String> NAMES =
            List.of(
                    "formatted",
                    "familyName",
                    "givenName",
                    "middleName",
                    "honorificPrefix",
                    "honorificSuffix");

    static UserAttributes of(JsonNode document) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        ObjectNode name = name(document.path(Attributes.nameIn(document, "name")));
        if (!name.isEmpty()) {
            kept.set("name", name);
        }
        Given.text(document, "displayName", Given.LONGEST)
                .ifPresent(text -> kept.put("displayName", text));
        ArrayNode emails = emails(document.path(Attributes.nameIn(document, "emails")));
        if (!emails.isEmpty()) {
            kept.set("emails", emails);
        }
        return new UserAttributes(
                Given.required(document, "externalId", LONGEST_ID),
                Given.required(document, "userName", Given.LONGEST),
                kept,
                Given.truth(document, "active").orElse(null));
    }

    private static ObjectNode name(JsonNode given) {
        ObjectNode name = JsonNodeFactory.instance.objectNode();
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            throw ScimErrors.invalidValue("name: must be an object.");
        }
        for (String part : NAMES) {
            Given.text(given, part, Given.LONGEST).ifPresent(text -> name.put(part, text));
        }
        return name;
    }

    private static ArrayNode emails(JsonNode given) {
        if (!given.isMissingNode() && !given.isNull() && !given.isArray()) {
            throw ScimErrors.invalidValue("emails: must be a list.");
        }
        if (given.size() > MOST_ADDRESSES) {
            throw ScimErrors.invalidValue("emails: may be %d.".formatted(MOST_ADDRESSES));
        }
        ArrayNode emails = JsonNodeFactory.instance.arrayNode();
        boolean hasPrimary = false;
        for (JsonNode each : given) {
            ObjectNode email = emails.addObject();
            email.put("value", Given.required(each, "value", LONGEST_ADDRESS));
            Given.text(each, "type", Given.LONGEST).ifPresent(text -> email.put("type", text));
            if (Given.truth(each, "primary").orElse(false)) {
                if (hasPrimary) {
                    throw ScimErrors.invalidValue("emails: only one is primary.");
                }
                hasPrimary = true;
                email.put("primary", true);
            }
        }
        return emails;
    }

    /** How others see them. */
    Optional<String> shownName() {
        String parts =
                (kept.at("/name/givenName").asText("")
                                + " "
                                + kept.at("/name/familyName").asText(""))
                        .strip();
        return List.of(
                        kept.path("displayName").asText(""),
                        kept.at("/name/formatted").asText(""),
                        parts)
                .stream()
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** The address they are written to. */
    Optional<String> email() {
        JsonNode emails = kept.path("emails");
        for (JsonNode email : emails) {
            if (email.path("primary").asBoolean()) {
                return Optional.of(email.path("value").asText());
            }
        }
        return emails.isEmpty()
                ? Optional.empty()
                : Optional.of(emails.path(0).path("value").asText());
    }

    /** All addresses, as they are looked for. */
    String[] addresses() {
        List<String> addresses = new ArrayList<>();
        kept.path("emails")
                .forEach(email ->
                        addresses.add(email.path("value").asText().toLowerCase(Locale.ROOT)));
        return addresses.toArray(String[]::new);
    }
}
