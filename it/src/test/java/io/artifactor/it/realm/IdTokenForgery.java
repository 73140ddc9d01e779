package io.artifactor.it.realm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;

/** Ways to answer a code with an ID token that is not as it is to be. */
enum IdTokenForgery {
    NONE {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce));
        }
    },
    WITHOUT_SIGNATURE {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return new PlainJWT(provider.claims(nonce).build()).serialize();
        }
    },
    SIGNATURE_LEFT_OUT {
        @Override
        String token(ForgingProvider provider, String nonce) {
            String token = sound(provider, provider.claims(nonce));
            return token.substring(0, token.lastIndexOf('.') + 1);
        }
    },
    CHANGED_UNDER_THE_SIGNATURE {
        @Override
        String token(ForgingProvider provider, String nonce) {
            String[] parts = sound(provider, provider.claims(nonce)).split("\\.");
            String others = provider.claims(nonce).subject("somebody-else").build().toString();
            return parts[0]
                    + '.'
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(others.getBytes(UTF_8))
                    + '.'
                    + parts[2];
        }
    },
    OF_THE_PUBLIC_KEY_AS_A_SECRET {
        @Override
        String token(ForgingProvider provider, String nonce) {
            try {
                return mac(provider, nonce, provider.key().toRSAPublicKey().getEncoded());
            } catch (JOSEException e) {
                throw new IllegalStateException(e);
            }
        }
    },
    OF_THE_PUBLISHED_KEY_AS_A_SECRET {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return mac(
                    provider, nonce, provider.key().toPublicJWK().toJSONString().getBytes(UTF_8));
        }
    },
    OF_THE_SECRET_OF_THE_CLIENT {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return mac(provider, nonce, ForgingProvider.SECRET.getBytes(UTF_8));
        }
    },
    OF_ANOTHER_KEY_OF_THE_SAME_NAME {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return ForgingProvider.signed(
                    provider.header(JWSAlgorithm.RS256, "JWT"),
                    provider.claims(nonce).build(),
                    ForgingProvider.newKey(provider.key().getKeyID()));
        }
    },
    OF_THE_KEY_IT_BRINGS_ALONG {
        @Override
        String token(ForgingProvider provider, String nonce) {
            RSAKey own = ForgingProvider.newKey("brought-along");
            JWSHeader header =
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .type(JOSEObjectType.JWT)
                            .keyID(own.getKeyID())
                            .jwk(own.toPublicJWK())
                            .build();
            return ForgingProvider.signed(header, provider.claims(nonce).build(), own);
        }
    },
    FOR_ANOTHER_PRODUCT {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).audience("another-product"));
        }
    },
    FOR_NOBODY_IN_PARTICULAR {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).claim("aud", null));
        }
    },
    GIVEN_TO_ANOTHER_PRODUCT {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(
                    provider,
                    provider.claims(nonce)
                            .audience(List.of(ForgingProvider.CLIENT, "another-product"))
                            .claim("azp", "another-product"));
        }
    },
    OF_ANOTHER_ISSUER {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).issuer("https://idp.example"));
        }
    },
    OF_WHAT_OTHER_METADATA_CALL_IT {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).issuer(provider.misnamed()));
        }
    },
    OF_AN_ISSUER_THAT_BEGINS_ALIKE {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).issuer(provider.issuer() + "/other"));
        }
    },
    OF_NO_ISSUER {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).issuer(null));
        }
    },
    OF_NOBODY {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).subject(null));
        }
    },
    OVER {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(
                    provider,
                    provider.claims(nonce)
                            .issueTime(Date.from(Instant.now().minusSeconds(7_200)))
                            .expirationTime(Date.from(Instant.now().minusSeconds(3_600))));
        }
    },
    WITHOUT_AN_END {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).expirationTime(null));
        }
    },
    BEFORE_ITS_TIME {
        @Override
        String token(ForgingProvider provider, String nonce) {
            Date later = Date.from(Instant.now().plusSeconds(3_600));
            return sound(
                    provider,
                    provider.claims(nonce)
                            .issueTime(later)
                            .notBeforeTime(later)
                            .expirationTime(Date.from(Instant.now().plusSeconds(7_200))));
        }
    },
    WITHOUT_A_NONCE {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims(nonce).claim("nonce", null));
        }
    },
    OF_ANOTHER_SIGN_IN {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return sound(provider, provider.claims("the nonce of another sign-in"));
        }
    },
    NO_TOKEN_AT_ALL {
        @Override
        String token(ForgingProvider provider, String nonce) {
            return "";
        }
    };

    abstract String token(ForgingProvider provider, String nonce);

    private static String sound(ForgingProvider provider, JWTClaimsSet.Builder claims) {
        return provider.signed("JWT", claims.build());
    }

    private static String mac(ForgingProvider provider, String nonce, byte[] secret) {
        try {
            return ForgingProvider.signed(
                    provider.header(JWSAlgorithm.HS256, "JWT"),
                    provider.claims(nonce).build(),
                    new MACSigner(secret));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
