package io.artifactor.identity;

import org.jspecify.annotations.Nullable;

/**
 * On what terms a sign-in begins.
 *
 * @param carrier what carries it
 * @param elsewhere as what the realm knows it that vouched, or null for an account's own password
 * @param withPassword whether a password was given here; only then a second factor is asked for
 */
public record SessionTerms(
        Carrier carrier, @Nullable RealmSession elsewhere, boolean withPassword) {

    /** Tokens a client renews, after the account's own password. */
    public static final SessionTerms TOKENS = new SessionTerms(Carrier.TOKENS, null, true);

    /** A browser's cookie, after the account's own password. */
    public static final SessionTerms BROWSER = new SessionTerms(Carrier.BROWSER, null, true);

    /** The same, vouched for by a realm elsewhere that was asked for the password. */
    public SessionTerms through(RealmSession vouching) {
        return new SessionTerms(carrier, vouching, withPassword);
    }

    /** The same for somebody who gave a password, if any, elsewhere. */
    public SessionTerms withoutPassword() {
        return new SessionTerms(carrier, elsewhere, false);
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
