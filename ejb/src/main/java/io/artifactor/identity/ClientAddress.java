package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a request came from. {@code X-Forwarded-For} is believed only as far as proxies in {@code
 * ARTIFACTOR_TRUSTED_PROXIES} wrote it: from its end to the first address that is none of them.
 */
@ApplicationScoped
public class ClientAddress {

    /** The header in which proxies say for whom they ask. */
    public static final String FORWARDED = "X-Forwarded-For";

    /** Whoever a trusted proxy names in a way that is no address; inside no network. */
    static final String UNKNOWN = "unknown";

    /** What some proxies write: an address with the port it asked from. */
    private static final Pattern WITH_PORT =
            Pattern.compile("(?:([0-9.]+)|\\[([0-9a-fA-F:.]+)])(?::[0-9]{1,5})?");

    private static final int MAX_STEPS = 20;
    private static final int NETWORK_BYTES = 8;

    private final List<AddressRange> proxies;

    /** For the container's proxy. */
    protected ClientAddress() {
        this.proxies = List.of();
    }

    @Inject
    public ClientAddress(
            @ConfigProperty(name = "artifactor.trusted.proxies") Optional<String> proxies) {
        this.proxies = AddressRange.listed(proxies.orElse(""));
    }

    /**
     * The address of whoever sent a request, as far as that can be known.
     *
     * @param sender who is at the other end of the connection
     * @param forwarded what the request says under {@link #FORWARDED}
     */
    public String of(String sender, Enumeration<String> forwarded) {
        return of(sender, proxies.isEmpty() ? List.of() : Collections.list(forwarded));
    }

    /**
     * By what attempts of an address are counted: who has one IPv6 address has the 2⁶⁴ around it.
     */
    public static String networkOf(String address) {
        return AddressRange.bytes(address)
                .filter(bytes -> bytes.length > Integer.BYTES)
                .map(bytes -> HexFormat.of().formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)))
                .orElse(address);
    }

    String of(String sender, List<String> forwarded) {
        String address = sender;
        List<String> steps = new ArrayList<>(List.of(String.join(",", forwarded).split(",")));
        for (int i = 0; i < MAX_STEPS && !steps.isEmpty() && isProxy(address); i++) {
            String before = steps.removeLast().strip();
            if (before.isEmpty()) {
                return address;
            }
            address = alone(before);
        }
        return address;
    }

    private static String alone(String written) {
        Matcher matcher = WITH_PORT.matcher(written);
        String address =
                matcher.matches()
                        ? Objects.requireNonNullElse(matcher.group(1), matcher.group(2))
                        : written;
        return AddressRange.bytes(address).isPresent() ? address : UNKNOWN;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(range -> range.contains(address));
    }
}
