package io.artifactor.identity;

/**
 * What a security key signed for a challenge, each part in base64url as the browser gave it.
 *
 * @param id of the key's credential
 * @param clientData what the browser says of the challenge and the page
 * @param authenticatorData what the key says of itself
 */
public record KeyAnswer(String id, String clientData, String authenticatorData, String signature) {

    @Override
    public String toString() {
        return "KeyAnswer[]";
    }
}
