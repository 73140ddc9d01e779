package io.artifactor.identity;

/**
 * A personal token at the only moment its secret is known.
 *
 * @param token what is kept
 * @param secret what its owner must copy now
 */
public record IssuedToken(PersonalToken token, String secret) {

    @Override
    public String toString() {
        return "IssuedToken[" + token.id() + "]";
    }
}
