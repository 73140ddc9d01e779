package io.artifactor.identity;

import org.jspecify.annotations.Nullable;

/**
 * On what terms a sign-in begins.
 *
 * @param carrier what carries it
 * @param elsewhere as what the realm knows it that vouched, or null for an account's own password
 */
public record SessionTerms(Carrier carrier, @Nullable RealmSession elsewhere) {

    /** Tokens a client renews, after the account's own password. */
    public static final SessionTerms TOKENS = new SessionTerms(Carrier.TOKENS, null);

    /** A browser's cookie, after the account's own password. */
    public static final SessionTerms BROWSER = new SessionTerms(Carrier.BROWSER, null);

    /** The same, vouched for by a realm elsewhere. */
    public SessionTerms through(RealmSession vouching) {
        return new SessionTerms(carrier, vouching);
    }

    /** The realm elsewhere that vouched, or null. */
    @Nullable String realm() {
        return elsewhere == null ? null : elsewhere.realm();
    }

    Secret.Kind secret() {
        return switch (carrier) {
            case TOKENS -> Secret.Kind.REFRESH;
            case BROWSER -> Secret.Kind.BROWSER;
        };
    }

    /** What carries a sign-in. */
    public enum Carrier {
        /** An access token, and refresh tokens that are spent for the next. */
        TOKENS,
        /** A cookie that stays the same until it is over. */
        BROWSER
    }
}
