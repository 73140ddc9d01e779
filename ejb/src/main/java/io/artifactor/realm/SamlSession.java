package io.artifactor.realm;

import java.util.List;

/**
 * A sign-in at a SAML identity provider, as its assertion names it. What it does not name is empty.
 *
 * @param nameId who it is of
 * @param format of what kind that name is
 * @param qualifier in whose house it is theirs
 * @param serviceQualifier for whom
 * @param index by which the provider knows the sign-in
 */
public record SamlSession(
        String nameId, String format, String qualifier, String serviceQualifier, String index) {

    private static final int PARTS = 5;

    String text() {
        return String.join("\n", nameId, format, qualifier, serviceQualifier, index);
    }

    static SamlSession of(String text) {
        List<String> parts = List.of(text.split("\n", PARTS));
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("Not the text of a sign-in");
        }
        return new SamlSession(
                parts.get(0), parts.get(1), parts.get(2), parts.get(3), parts.get(4));
    }

    @Override
    public String toString() {
        return "SamlSession[]";
    }
}
