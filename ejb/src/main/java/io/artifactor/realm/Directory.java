package io.artifactor.realm;

import com.ibm.websphere.security.EntryNotFoundException;
import com.ibm.websphere.security.PasswordCheckFailedException;
import com.ibm.websphere.security.UserRegistry;
import com.ibm.websphere.security.WSSecurityException;
import com.ibm.wsspi.security.registry.RegistryHelper;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.rmi.RemoteException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;

/** The container's user registry, which the LDAP drop-in makes a directory. */
@ApplicationScoped
class Directory {

    /** Of names and addresses of people; nothing that means something in a search or a log. */
    private static final Pattern NAMES = Pattern.compile("[\\p{L}\\p{N}._@+' -]{1,256}");

    private static final String MAIL = "mail";
    private static final String NAME = "displayName";
    private static final String COMMON_NAME = "cn";
    private static final String UID = "uid";

    /** Under this name the drop-in gives what the directory calls an entry for ever. */
    private static final String LASTING_ID = "employeeNumber";

    private static final Set<String> ATTRIBUTES = Set.of(LASTING_ID, MAIL, NAME, COMMON_NAME, UID);

    /** Who it is, if the directory knows the name and the password is theirs. */
    Optional<RealmProfile> check(String username, String password) {
        // A directory takes an empty password for somebody who does not sign in at all.
        if (!NAMES.matcher(username).matches() || password.isEmpty()) {
            return Optional.empty();
        }
        try {
            UserRegistry registry = RegistryHelper.getUserRegistry(null);
            Optional<String> checked = checked(registry, username, password);
            return checked.isEmpty()
                    ? Optional.empty()
                    : Optional.of(profile(registry, checked.get()));
        } catch (EntryNotFoundException e) {
            return Optional.empty();
        } catch (WSSecurityException | RemoteException e) {
            throw away(e);
        }
    }

    /** Somebody by the name they sign in with, whether or not they are there. */
    Optional<RealmProfile> find(String username) {
        try {
            UserRegistry registry = RegistryHelper.getUserRegistry(null);
            return NAMES.matcher(username).matches() && registry.isValidUser(username)
                    ? Optional.of(profile(registry, username))
                    : Optional.empty();
        } catch (EntryNotFoundException e) {
            return Optional.empty();
        } catch (WSSecurityException | RemoteException e) {
            throw away(e);
        }
    }

    private static Problem away(Exception cause) {
        return new Problem(
                ProblemCode.UNAVAILABLE, "The directory cannot be asked at the moment.", cause);
    }

    /** The registry tells a wrong password and a directory that is away alike; the next not. */
    private static Optional<String> checked(UserRegistry registry, String username, String password)
            throws WSSecurityException, RemoteException {
        try {
            return Optional.ofNullable(registry.checkPassword(username, password));
        } catch (PasswordCheckFailedException e) {
            registry.isValidUser(username);
            return Optional.empty();
        }
    }

    private static RealmProfile profile(UserRegistry registry, String name)
            throws WSSecurityException, RemoteException {
        String entry = registry.getUniqueUserId(name);
        Map<String, Object> attributes = registry.getAttributesForUser(name, ATTRIBUTES);
        String subject = first(attributes.get(LASTING_ID));
        if (subject == null) {
            throw new Problem(
                    ProblemCode.UNAVAILABLE,
                    "The directory gives its users no lasting id; ARTIFACTOR_LDAP_ID names the"
                            + " attribute that holds it.");
        }
        Set<String> groups = new TreeSet<>();
        for (String group : registry.getUniqueGroupIds(entry)) {
            groups.add(commonName(group));
        }
        String display = first(attributes.get(NAME));
        return new RealmProfile(
                Realm.LDAP,
                subject,
                Optional.ofNullable(first(attributes.get(UID))).orElse(name),
                display == null ? first(attributes.get(COMMON_NAME)) : display,
                first(attributes.get(MAIL)),
                groups);
    }

    private static @Nullable String first(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> values -> values.isEmpty() ? null : first(values.iterator().next());
            default -> value.toString();
        };
    }

    /** A group by the name people know it by: the first part of where it is. */
    static String commonName(String distinguishedName) {
        try {
            LdapName name = new LdapName(distinguishedName);
            return name.isEmpty()
                    ? distinguishedName
                    : name.getRdn(name.size() - 1).getValue().toString();
        } catch (InvalidNameException e) {
            return distinguishedName;
        }
    }
}
