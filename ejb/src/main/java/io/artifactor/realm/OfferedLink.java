package io.artifactor.realm;

/**
 * What somebody is asked by mail: whether a person of a realm is they themselves.
 *
 * @param address where it is asked
 * @param account whose address that is
 * @param person what the realm calls the person now
 * @param realm through which they came
 */
record OfferedLink(String address, String account, String person, Realm realm) {}
