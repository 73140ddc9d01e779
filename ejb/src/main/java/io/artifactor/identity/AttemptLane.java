package io.artifactor.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * What failed attempts are counted by.
 *
 * @param key its name in the table
 * @param free how many may fail before the next has to wait
 */
record AttemptLane(String key, int free) {

    private static final int FREE_PER_ACCOUNT = 10;
    private static final int FREE_PER_NETWORK = 50;
    private static final int FREE_LINKS = 3;

    /** Of a name as typed, whether there is such an account or not. */
    static AttemptLane ofAccount(String username) {
        return new AttemptLane("account " + digest(username), FREE_PER_ACCOUNT);
    }

    /** Of an address, or the network a client has to itself; many people may share one. */
    static AttemptLane ofNetwork(String network) {
        return new AttemptLane("network " + network, FREE_PER_NETWORK);
    }

    /** Of a device the account knows: strangers do not make it wait. */
    static AttemptLane ofDevice(UUID device) {
        return new AttemptLane("device " + device, FREE_PER_ACCOUNT);
    }

    /** Of somebody signed in who is asked for their password again. */
    static AttemptLane ofCaller(UserId user) {
        return new AttemptLane("caller " + user, FREE_PER_ACCOUNT);
    }

    /** Of somebody signed in who changes their second factor; only a right code empties it. */
    static AttemptLane ofFactor(UserId user) {
        return new AttemptLane("factor " + user, FREE_PER_ACCOUNT);
    }

    /** Of links sent to somebody, who may not want them. */
    static AttemptLane ofReset(UserId user) {
        return new AttemptLane("reset " + user, FREE_LINKS);
    }

    /** Of offers to let somebody of a realm use the account. */
    static AttemptLane ofOffer(UserId user) {
        return new AttemptLane("offer " + user, FREE_LINKS);
    }

    /** Of the password of a link to something shared. */
    static AttemptLane ofLink(UUID link) {
        return new AttemptLane("link " + link, FREE_PER_ACCOUNT);
    }

    /** Of an address that tries passwords of links: it does not keep its people from signing in. */
    static AttemptLane ofNetworkAtLinks(String network) {
        return new AttemptLane("network at links " + network, FREE_PER_NETWORK);
    }

    /** Of an address that tries tokens of the provider: neither does it keep its people out. */
    static AttemptLane ofNetworkAtTokens(String network) {
        return new AttemptLane("network at tokens " + network, FREE_PER_NETWORK);
    }

    /** Of an address that says that sign-ins are over. */
    static AttemptLane ofNetworkAtLogouts(String network) {
        return new AttemptLane("network at logouts " + network, FREE_PER_NETWORK);
    }

    private static String digest(String username) {
        try {
            byte[] text = username.toLowerCase(Locale.ROOT).getBytes(UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
