package io.artifactor.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a token that was found sound. */
final class ProviderClaims {

    private static final String OUR_SCOPES = "artifactor:";

    private static final String BOUND = "cnf";

    /** Of RFC 7800 and RFC 8705; what else stands beside a key is no way, and passed over. */
    private static final Set<String> OTHER_WAYS = Set.of("jwk", "jwe", "kid", "jku", "x5t#S256");

    /** SHA-256 in base64url. */
    private static final Pattern THUMBPRINT = Pattern.compile("[A-Za-z0-9_-]{43}");

    private ProviderClaims() {}

    static ProviderToken token(JWTClaimsSet claims, String groupsClaim) throws ParseException {
        boolean verified =
                Objects.equals(claims.getClaim("email_verified"), Boolean.TRUE)
                        || Objects.equals(claims.getClaim("email_verified"), "true");
        return new ProviderToken(
                claims.getIssuer(),
                claims.getSubject(),
                claims.getIssueTime().toInstant(),
                claims.getExpirationTime().toInstant(),
                scopes(claims.getClaim("scope")),
                key(claims),
                new ProviderToken.Person(
                        text(claims, "preferred_username"),
                        text(claims, "name"),
                        verified ? text(claims, "email") : Optional.empty(),
                        Optional.ofNullable(claims.getClaim(groupsClaim))
                                .map(ProviderClaims::names)));
    }

    /**
     * The thumbprint of the key to which a token is bound (RFC 9449, 6.1).
     *
     * @throws ParseException if it is bound in another way, which nobody here can check
     */
    static Optional<String> key(JWTClaimsSet claims) throws ParseException {
        @Nullable Object bound = claims.getClaim(BOUND);
        if (bound == null && !claims.getClaims().containsKey(BOUND)) {
            return Optional.empty();
        }
        if (bound instanceof Map<?, ?> ways
                && ways.keySet().stream().noneMatch(OTHER_WAYS::contains)
                && ways.get("jkt") instanceof String key
                && THUMBPRINT.matcher(key).matches()) {
            return Optional.of(key);
        }
        throw new ParseException("Bound to something else than a key", 0);
    }

    /** All that the user may, unless the token names scopes of ours: then those alone. */
    private static Set<TokenScope> scopes(@Nullable Object claim) {
        Set<TokenScope> named = EnumSet.noneOf(TokenScope.class);
        boolean namesOurs = false;
        for (String scope : words(claim)) {
            if (scope.startsWith(OUR_SCOPES)) {
                namesOurs = true;
                TokenScope.find(scope.substring(OUR_SCOPES.length())).ifPresent(named::add);
            }
        }
        return namesOurs ? named : EnumSet.allOf(TokenScope.class);
    }

    private static Set<String> words(@Nullable Object claim) {
        return claim instanceof String text ? Set.of(text.split(" ")) : names(claim);
    }

    private static Set<String> names(@Nullable Object claim) {
        Set<String> names = new TreeSet<>();
        switch (claim) {
            case String name -> names.add(name);
            case Collection<?> many ->
                    many.stream()
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .forEach(names::add);
            case null, default -> {}
        }
        return names;
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> !text.isBlank());
    }
}
