package io.artifactor.identity;

/**
 * Whose access tokens are taken.
 *
 * @param issuer the provider, as its tokens call it
 * @param audience what its tokens for this product are issued for
 * @param groupsClaim where a token says in which groups somebody is
 * @param keysOnly whether those alone that are bound to a key of the client's
 */
record ProviderTerms(String issuer, String audience, String groupsClaim, boolean keysOnly) {}
