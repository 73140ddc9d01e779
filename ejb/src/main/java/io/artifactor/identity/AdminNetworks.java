package io.artifactor.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code ARTIFACTOR_ADMIN_NETWORKS}: from where the roles of administrators and auditors count;
 * from anywhere, if none are named. Elsewhere whoever has such a role is there with the rest of
 * theirs. Asked for each request, after all that is remembered of a token: the same token may come
 * from two places.
 */
@ApplicationScoped
public class AdminNetworks {

    private static final Set<Role> BOUND = Set.of(Role.ADMIN, Role.AUDITOR);

    private final List<AddressRange> named;

    /** For the container's proxy. */
    protected AdminNetworks() {
        this.named = List.of();
    }

    @Inject
    public AdminNetworks(
            @ConfigProperty(name = "artifactor.admin.networks") Optional<String> configured) {
        this.named =
                configured
                        .filter(text -> !text.isBlank())
                        .map(AdminNetworks::read)
                        .orElse(List.of());
    }

    /** A list of nothing would be a list of everything. */
    private static List<AddressRange> read(String configured) {
        try {
            List<AddressRange> ranges = AddressRange.listed(configured);
            if (!ranges.isEmpty()) {
                return ranges;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(complaint(configured), e);
        }
        throw new IllegalStateException(complaint(configured));
    }

    private static String complaint(String configured) {
        return "ARTIFACTOR_ADMIN_NETWORKS must be addresses and ranges such as 10.1.0.0/16 or"
                + " fd00:1::/64, with commas in between, but is "
                + configured;
    }

    /** Whether any are named. */
    public boolean areNamed() {
        return !named.isEmpty();
    }

    /**
     * Who is there, with the roles that count where they are.
     *
     * @param from the address their request came from
     */
    public Authenticated seen(Authenticated found, String from) {
        if (!areNamed() || named.stream().anyMatch(range -> range.contains(from))) {
            return found;
        }
        Set<Role> withheld =
                found.caller().roles().stream().filter(BOUND::contains).collect(Collectors.toSet());
        return withheld.isEmpty() ? found : found.without(withheld);
    }
}
