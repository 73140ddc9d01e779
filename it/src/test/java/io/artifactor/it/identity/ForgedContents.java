package io.artifactor.it.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.artifactor.it.identity.Genuine.Absent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.DeflaterOutputStream;

/** Tokens that are signed as they should be and say what none of ours says, or are none at all. */
final class ForgedContents {

    private static final String ES256 = "SHA256withECDSAinP1363Format";
    private static final long HOUR = 3600;

    private final List<Forgery> all = new ArrayList<>();

    private ForgedContents() {}

    static List<Forgery> all() {
        ForgedContents tokens = new ForgedContents();
        tokens.extensions();
        tokens.times();
        tokens.issuersAndAudiences();
        tokens.people();
        tokens.saidTwice();
        tokens.strangeClaims();
        tokens.brokenShapes();
        tokens.otherTokens();
        return tokens.all;
    }

    private void add(String name, Function<Genuine, String> make) {
        all.add(new Forgery(name, make));
    }

    private void extensions() {
        add("crit unknown", it -> it.withHeader("crit", List.of("unknown")));
        add("crit exp", it -> it.withHeader("crit", List.of("exp")));
        add("crit a text", it -> it.withHeader("crit", "exp"));
        add("payload as it is (b64=false)", ForgedContents::unencoded);
        add("zipped", it -> it.forge().sign(it.header("zip", "DEF"), deflated(it.claims())));
        add("typ of an id token", it -> it.withHeader("typ", "JWT"));
        add("typ of a proof", it -> it.withHeader("typ", "dpop+jwt"));
        add("no typ", it -> it.withHeader("typ", null));
        add("a token in a token", it -> it.forge().sign(it.header("cty", "JWT"), it.token()));
    }

    private void times() {
        long now = Instant.now().getEpochSecond();
        add("expired", it -> it.withClaim("exp", now - HOUR));
        add("expired a minute ago", it -> it.withClaim("exp", now - 60));
        add("no end", it -> it.withClaim("exp", null));
        add("end null", it -> it.withClaim("exp", Absent.NULL));
        add("end a text", it -> it.withClaim("exp", String.valueOf(now + HOUR)));
        add("end before all time", it -> it.withClaim("exp", Long.MIN_VALUE));
        add("not yet valid", it -> it.withClaim("nbf", now + HOUR));
        add("no beginning", it -> it.withClaim("iat", null));
    }

    private void issuersAndAudiences() {
        add("another issuer", it -> it.withClaim("iss", "https://issuer.example.org"));
        add(
                "issuer in capitals",
                it -> it.withClaim("iss", it.claim("iss").toUpperCase(Locale.ROOT)));
        add("no issuer", it -> it.withClaim("iss", null));
        add("several issuers", it -> it.withClaim("iss", List.of(it.claim("iss"), "other")));
        add("another audience", it -> it.withClaim("aud", "another-api"));
        add("no audience", it -> it.withClaim("aud", null));
        add("an empty audience", it -> it.withClaim("aud", List.of()));
        add("no name of its own", it -> it.withClaim("jti", null));
    }

    private void people() {
        add("another user", it -> it.withClaim("sub", it.claimOfStranger("sub")));
        add("another sign-in", it -> it.withClaim("sid", it.claimOfStranger("sid")));
        add("nobody", it -> it.withClaim("sub", UUID.randomUUID().toString()));
        add("no user", it -> it.withClaim("sub", null));
        add("user by name", it -> it.withClaim("sub", "admin"));
        add("user a number", it -> it.withClaim("sub", 1));
        add("user in SQL", it -> it.withClaim("sub", "' or '1'='1"));
        add("no sign-in", it -> it.withClaim("sid", null));
        add("a sign-in that never was", it -> it.withClaim("sid", UUID.randomUUID().toString()));
        add("sign-in a list", it -> it.withClaim("sid", List.of(it.claim("sid"))));
    }

    private void saidTwice() {
        add("alg said twice, none first", it -> twice(it, "\"alg\":\"none\""));
        add("kid said twice", it -> twice(it, "\"kid\":\"mine\""));
        add("user said twice", it -> claimedTwice(it, "sub", it.claimOfStranger("sub")));
        add("sign-in said twice", it -> claimedTwice(it, "sid", it.claimOfStranger("sid")));
        add("end said twice", it -> claimedTwice(it, "exp", "1"));
    }

    private void strangeClaims() {
        for (String claims : List.of("", "[]", "null", "1", "\"x\"", "{", "{}", "\0")) {
            add("claims " + claims, it -> it.forge().sign(it.header(), claims));
        }
        add("claims deep", it -> it.forge().sign(it.header(), "[".repeat(2500)));
    }

    private void brokenShapes() {
        add("one part", it -> Genuine.part(it.token(), 1));
        add("dots alone", it -> "..");
        add("four parts", it -> it.unbent() + ".e30");
        add("five parts, as if encrypted", it -> it.unbent() + ".e30.e30");
        add("twice the same", it -> it.unbent() + "," + it.unbent());
        add("something behind it", it -> it.unbent() + ";");
        add("too long", it -> it.withClaim("more", "m".repeat(4000)));
        add("header no document", it -> it.forge().sign("ES256", it.claims()));
        add("header a list", it -> it.forge().sign("[]", it.claims()));
        add(
                "written as JSON",
                it ->
                        "{\"payload\":\"%s\",\"protected\":\"%s\",\"signature\":\"%s\"}"
                                .formatted(
                                        Genuine.part(it.unbent(), 1),
                                        Genuine.part(it.unbent(), 0),
                                        Genuine.part(it.unbent(), 2)));
    }

    private void otherTokens() {
        add("a refresh token", Genuine::refreshToken);
        add("a refresh token named personal", it -> it.refreshToken().replaceFirst("arr_", "art_"));
        add("a device token", Genuine::deviceToken);
        add("a personal token cut", it -> it.personalToken().replaceFirst(".$", ""));
        add("a personal token in capitals", it -> it.personalToken().toUpperCase(Locale.ROOT));
        add("a personal token of nobody", it -> "art_" + "A".repeat(43));
        add("a name and a password", it -> "admin:admin");
    }

    /** RFC 7797: signed over what is said, and not over its Base64. */
    private static String unencoded(Genuine it) {
        String header = it.header("b64", false).replaceFirst("\\}$", ",\"crit\":[\"b64\"]}");
        byte[] text = (TokenForge.text(header) + '.' + it.claims()).getBytes(UTF_8);
        return TokenForge.unsigned(header, it.claims())
                + '.'
                + TokenForge.text(TokenForge.signature(text, ES256, it.forge().privateKey()));
    }

    private static String twice(Genuine it, String first) {
        return it.forge().sign("{" + first + "," + it.header().substring(1), it.claims());
    }

    private static String claimedTwice(Genuine it, String name, String first) {
        String claims = "{\"" + name + "\":\"" + first + "\"," + it.claims().substring(1);
        return it.forge().sign(it.header(), claims);
    }

    private static byte[] deflated(String claims) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var zipped = new DeflaterOutputStream(bytes)) {
            zipped.write(claims.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
