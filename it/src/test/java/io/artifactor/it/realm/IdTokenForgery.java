package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Ways to make an ID token that is not one of the provider, not for us, not of this time or of
 * nobody.
 */
enum IdTokenForgery {
    NO_ALGORITHM(token -> token.withHeader("alg", "none").unsigned() + '.'),
    NO_ALGORITHM_IN_OTHER_LETTERS(token -> token.withHeader("alg", "NoNe").unsigned() + '.'),
    NO_ALGORITHM_AND_A_SIGNATURE(token -> token.withHeader("alg", "none").signed()),
    NO_SIGNATURE(token -> token.unsigned() + '.'),
    NO_THIRD_PART(IdToken::unsigned),
    SEALED_WITH_THE_PUBLIC_KEY(token ->
            token.withHeader("alg", "HS256").sealed(token.key().pair().getPublic().getEncoded())),
    SEALED_WITH_THE_PUBLIC_KEY_AS_TEXT(
            token -> token.withHeader("alg", "HS256").sealed(Key.pem(token.key()).getBytes(UTF_8))),
    SEALED_WITH_OUR_SECRET(token ->
            token.withHeader("alg", "HS256").sealed(TestingOpenIdProvider.SECRET.getBytes(UTF_8))),
    SEALED_BUT_CALLED_SIGNED(token -> token.sealed(TestingOpenIdProvider.SECRET.getBytes(UTF_8))),
    SIGNED_WITH_ANOTHER_ALGORITHM(token -> {
        IdToken other = token.withHeader("alg", "RS512");
        return other.signed(other.key().sign(other.unsigned(), "SHA512withRSA"));
    }),
    OF_A_KEY_NOBODY_KNOWS(token -> token.by(Key.OTHER).signed()),
    OF_A_KEY_WITHOUT_NAME(token -> {
        IdToken other = token.by(Key.OTHER);
        other.header().remove("kid");
        return other.signed();
    }),
    OF_ANOTHER_KEY_OF_THE_SAME_NAME(token -> token.by(Key.OTHER.called(token.key().id())).signed()),
    OF_A_KEY_IT_BRINGS_ALONG(
            token -> token.by(Key.OTHER).withHeader("jwk", Key.OTHER.published()).signed()),
    OF_A_KEY_IT_POINTS_TO(
            token -> token.by(Key.OTHER).withHeader("jku", "https://127.0.0.1:1/keys").signed()),
    ANOTHER_SIGNATURE(token -> token.signed(Key.changed(token.key().sign(token.unsigned())))),
    ANOTHER_SUBJECT_UNDER_THE_SIGNATURE(token ->
            token.with("sub", UUID.randomUUID().toString())
                    .signed(token.key().sign(token.unsigned()))),
    OVER(token ->
            token.with("iat", Key.at(Duration.ofHours(-2)))
                    .with("exp", Key.at(Duration.ofHours(-1)))
                    .signed()),
    WITHOUT_END(token -> token.without("exp").signed()),
    OF_THE_FUTURE(token ->
            token.with("iat", Key.at(Duration.ofHours(1)))
                    .with("exp", Key.at(Duration.ofHours(2)))
                    .signed()),
    WITHOUT_BEGINNING(token -> token.without("iat").signed()),
    NOT_YET(token -> token.with("nbf", Key.at(Duration.ofHours(1))).signed()),
    OF_ANOTHER_ISSUER(token -> token.with("iss", "https://elsewhere.example").signed()),
    OF_AN_ISSUER_THAT_BEGINS_ALIKE(
            token -> token.with("iss", token.claims().get("iss") + ".elsewhere.example").signed()),
    OF_NO_ISSUER(token -> token.without("iss").signed()),
    FOR_ANOTHER(token -> token.with("aud", "another").signed()),
    FOR_OTHERS(token -> token.with("aud", List.of("another", "a third")).signed()),
    FOR_NOBODY(token -> token.without("aud").signed()),
    FOR_AN_EMPTY_LIST(token -> token.with("aud", List.of()).signed()),
    FOR_US_BUT_GIVEN_TO_ANOTHER(token -> token.with("azp", "another").signed()),
    FOR_MANY_AND_GIVEN_TO_ANOTHER(token ->
            token.with("aud", List.of(TestingOpenIdProvider.CLIENT, "another"))
                    .with("azp", "another")
                    .signed()),
    OF_NOBODY(token -> token.without("sub").signed()),
    OF_AN_EMPTY_NAME(token -> token.with("sub", "").signed()),
    OF_A_NUMBER(token -> token.with("sub", 17).signed()),
    WITHOUT_NONCE(token -> token.without("nonce").signed()),
    WITH_AN_EMPTY_NONCE(token -> token.with("nonce", "").signed()),
    WITH_ANOTHER_NONCE(token -> token.with("nonce", UUID.randomUUID().toString()).signed()),
    A_LOGOUT_TOKEN(token ->
            token.withHeader("typ", "logout+jwt")
                    .with(
                            "events",
                            Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                    .signed()),
    NO_TOKEN(token -> "");

    private final Function<IdToken, String> forgery;

    IdTokenForgery(Function<IdToken, String> forgery) {
        this.forgery = forgery;
    }

    /** The forged one, made of a genuine one. */
    String of(IdToken genuine) {
        return forgery.apply(genuine);
    }

    /** What forgers have. */
    private static final class Key {

        private static final SigningKey OTHER = SigningKey.make("of-a-forger");

        private static String pem(SigningKey key) {
            return "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                    .formatted(
                            Base64.getMimeEncoder()
                                    .encodeToString(key.pair().getPublic().getEncoded()));
        }

        private static byte[] changed(byte[] signature) {
            int middle = signature.length / 2;
            signature[middle] = (byte) (signature[middle] ^ 1);
            return signature;
        }

        private static long at(Duration fromNow) {
            return Instant.now().plus(fromNow).getEpochSecond();
        }
    }
}
