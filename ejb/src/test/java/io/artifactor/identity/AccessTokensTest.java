package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {

    private static final String ISSUER = "artifactor";
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final ECKey KEY = newKey();

    private final UserId user = UserId.next();
    private final SessionKey session = new SessionKey(user, UUID.randomUUID());
    private final AccessTokens tokens = at(NOW);

    private static AccessTokens at(Instant now) {
        return new AccessTokens(new KeyRing(KEY), ISSUER, Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Clock moving(AtomicReference<Instant> now) {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    private static ECKey newKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String issued() {
        return tokens.issue(new Caller(user, "ada", Set.of(Role.ADMIN, Role.USER)), session, LIFE);
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AccessTokens.AUDIENCE)
                .subject(user.toString())
                .jwtID("1")
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plus(LIFE)))
                .claim(AccessTokens.SESSION, session.family().toString());
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static JWSHeader header(JWSAlgorithm algorithm) {
        return new JWSHeader.Builder(algorithm).type(TYPE).keyID(KEY.getKeyID()).build();
    }

    private static String signed(JWTClaimsSet claims) throws JOSEException {
        return sign(header(JWSAlgorithm.ES256), claims, new ECDSASigner(KEY));
    }

    @Test
    void anIssuedTokenStandsForItsSession() {
        assertThat(tokens.check(issued())).contains(session);
    }

    @Test
    void theHandMadeTokenOfTheseTestsIsGoodBeforeItIsSpoilt() throws Exception {
        assertThat(tokens.check(signed(claims().build()))).contains(session);
    }

    @Test
    void aTokenNamesUserRolesAndLife() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(issued()).getJWTClaimsSet();

        assertThat(claims.getSubject()).isEqualTo(user.toString());
        assertThat(claims.getStringListClaim("roles")).containsExactly("admin", "user");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plus(LIFE)));
        assertThat(claims.getJWTID()).isNotBlank();
    }

    @Test
    void aTokenEndsAfterItsLifeAndTheClockSkew() {
        String token = issued();

        assertThat(at(NOW.plus(LIFE).plusSeconds(29)).check(token)).isPresent();
        assertThat(at(NOW.plus(LIFE).plusSeconds(31)).check(token)).isEmpty();
    }

    @Test
    void aTokenSeenBeforeEndsAtItsTimeToo() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        AccessTokens moving = new AccessTokens(new KeyRing(KEY), ISSUER, moving(now));
        String token = issued();

        assertThat(moving.check(token)).contains(session);
        now.set(NOW.plus(LIFE).plusSeconds(29));
        assertThat(moving.check(token)).contains(session);
        now.set(NOW.plus(LIFE).plusSeconds(31));
        assertThat(moving.check(token)).isEmpty();
    }

    @Test
    void aTokenBeforeItsTimeIsRefused() throws Exception {
        Date inAMinute = Date.from(NOW.plusSeconds(60));

        assertThat(tokens.check(signed(claims().notBeforeTime(inAMinute).build()))).isEmpty();
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertThat(tokens.check(new PlainJWT(claims().build()).serialize())).isEmpty();
    }

    @Test
    void aTokenThatSaysItNeedsNoSignatureIsRefused() {
        String[] parts = issued().split("\\.");
        String none =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes(UTF_8));

        assertThat(tokens.check(none + "." + parts[1] + ".")).isEmpty();
        assertThat(tokens.check(none + "." + parts[1] + "." + parts[2])).isEmpty();
    }

    @Test
    void thePublicKeyIsNoSharedSecret() throws Exception {
        for (byte[] secret :
                Arrays.asList(
                        KEY.toPublicJWK().toJSONString().getBytes(UTF_8),
                        KEY.toECPublicKey().getEncoded())) {
            String forged =
                    sign(header(JWSAlgorithm.HS256), claims().build(), new MACSigner(secret));

            assertThat(tokens.check(forged)).isEmpty();
        }
    }

    @Test
    void anotherAlgorithmIsRefused() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).keyID(KEY.getKeyID()).generate();

        assertThat(
                        tokens.check(
                                sign(
                                        header(JWSAlgorithm.RS256),
                                        claims().build(),
                                        new RSASSASigner(rsa))))
                .isEmpty();
    }

    @Test
    void anotherKeyIsRefusedEvenUnderOurName() throws Exception {
        ECKey other = new ECKey.Builder(newKey()).keyID(KEY.getKeyID()).build();

        assertThat(
                        tokens.check(
                                sign(
                                        header(JWSAlgorithm.ES256),
                                        claims().build(),
                                        new ECDSASigner(other))))
                .isEmpty();
    }

    @Test
    void aKeyInsideTheTokenIsNotTrusted() throws Exception {
        ECKey other = newKey();
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(TYPE)
                        .jwk(other.toPublicJWK())
                        .build();

        assertThat(tokens.check(sign(header, claims().build(), new ECDSASigner(other)))).isEmpty();
    }

    @Test
    void aTokenOfAnotherTypeIsRefused() throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .keyID(KEY.getKeyID())
                        .build();

        assertThat(tokens.check(sign(header, claims().build(), new ECDSASigner(KEY)))).isEmpty();
    }

    @Test
    void aTokenForAnotherAudienceOrOfAnotherIssuerIsRefused() throws Exception {
        assertThat(tokens.check(signed(claims().audience("elsewhere").build()))).isEmpty();
        assertThat(tokens.check(signed(claims().issuer("somebody").build()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "iat", "exp", "jti", "sid", "iss", "aud"})
    void aTokenWithoutAClaimIsRefused(String claim) throws Exception {
        assertThat(tokens.check(signed(claims().claim(claim, null).build()))).isEmpty();
    }

    @Test
    void aSubjectThatIsNoIdIsRefused() throws Exception {
        assertThat(tokens.check(signed(claims().subject("admin").build()))).isEmpty();
        assertThat(tokens.check(signed(claims().claim("sid", 7).build()))).isEmpty();
    }

    @Test
    void changedClaimsAreRefused() {
        String[] parts = issued().split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        String changed = claims.replace(user.toString(), UserId.next().toString());
        String body =
                Base64.getUrlEncoder().withoutPadding().encodeToString(changed.getBytes(UTF_8));

        assertThat(changed).isNotEqualTo(claims);
        assertThat(tokens.check(parts[0] + "." + body + "." + parts[2])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "a.b.c", "....", "null", "eyJhbGciOiJFUzI1NiJ9..", "Ω.Ω.Ω"})
    void garbageIsRefused(String garbage) {
        assertThat(tokens.check(garbage)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ".", "=", " ", "\n", ",x"})
    void somethingBehindATokenIsRefused(String more) {
        assertThat(tokens.check(issued() + more)).isEmpty();
    }

    @Test
    void aTokenWithAnExtensionIsRefused() throws Exception {
        JWSHeader header =
                new JWSHeader.Builder(header(JWSAlgorithm.ES256))
                        .base64URLEncodePayload(false)
                        .criticalParams(Set.of("b64"))
                        .build();

        assertThat(tokens.check(sign(header, claims().build(), new ECDSASigner(KEY)))).isEmpty();
    }

    @Test
    void aTokenWhoseEndIsNullIsRefused() throws Exception {
        JWTClaimsSet claims = claims().expirationTime(null).build();

        assertThat(tokens.check(signed(claims))).isEmpty();
    }

    @Test
    void anEndlessTokenIsRefusedUnread() {
        assertThat(tokens.check(issued() + "A".repeat(5000))).isEmpty();
    }
}
