package io.artifactor.identity;

import java.util.List;

/**
 * An access token as a request shows it.
 *
 * @param scheme what the client says it is
 * @param proofs what the request says under {@code DPoP}, header by header
 * @param method such as {@code GET}
 * @param address what is asked, by the name people reach it by and without a query
 */
public record ShownToken(
        String token, Scheme scheme, List<String> proofs, String method, String address) {

    /** The header of proofs. */
    public static final String PROOF = "DPoP";

    /** What clients may sign proofs with, as challenges tell them. */
    public static String proofAlgorithms() {
        return TokenProofCheck.algorithms();
    }

    /** How a token is sent. */
    public enum Scheme {
        /** Good for whoever has it. */
        BEARER,
        /** Good for whoever has the key as well (RFC 9449). */
        DPOP
    }

    public ShownToken {
        proofs = List.copyOf(proofs);
    }

    @Override
    public String toString() {
        return "ShownToken[" + scheme + "]";
    }
}
