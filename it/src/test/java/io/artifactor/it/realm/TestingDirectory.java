package io.artifactor.it.realm;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A directory of the tests' own: people, and groups that are in groups. OpenLDAP, or where that is
 * not installed one in memory.
 */
final class TestingDirectory implements AutoCloseable {

    static final String BASE = "dc=acme,dc=example";
    static final String READER = "cn=reader," + BASE;
    static final String READER_PASSWORD = "reader of the directory";

    private static final String PEOPLE = "ou=people," + BASE;
    private static final String GROUPS = "ou=groups," + BASE;

    private final DirectoryServer server;

    TestingDirectory(Path folder) throws IOException, LDAPException {
        server = OpenLdap.isInstalled() ? new OpenLdap(folder) : new MemoryDirectory();
        add(
                "dn: " + BASE,
                "objectClass: organization",
                "objectClass: dcObject",
                "o: Acme",
                "dc: acme");
        add(
                "dn: " + READER,
                "objectClass: organizationalRole",
                "objectClass: simpleSecurityObject",
                "cn: reader",
                "userPassword: " + READER_PASSWORD);
        add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups");
    }

    /** Whether it is one that is used outside of tests too. */
    boolean isReal() {
        return server instanceof OpenLdap;
    }

    int port() {
        return server.port();
    }

    /** Somebody new, with the password {@code NAME reads at night}. */
    void addPerson(String name) {
        add(
                "dn: uid=%s,%s".formatted(name, PEOPLE),
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: %s of Acme".formatted(name),
                "sn: Acme",
                "displayName: %s of Acme".formatted(name),
                "mail: %s@acme.example".formatted(name),
                "userPassword: " + password(name));
    }

    static String password(String name) {
        return name + " reads at night";
    }

    void removePerson(String name) {
        remove("uid=%s,%s".formatted(name, PEOPLE));
    }

    /** Makes a group of one person. */
    void addGroup(String group, String person) {
        group(group, "uid=%s,%s".formatted(person, PEOPLE));
    }

    /** Makes a group of one group. */
    void addGroupOfGroup(String group, String inner) {
        group(group, "cn=%s,%s".formatted(inner, GROUPS));
    }

    void removeGroup(String group) {
        remove("cn=%s,%s".formatted(group, GROUPS));
    }

    private void group(String group, String member) {
        add(
                "dn: cn=%s,%s".formatted(group, GROUPS),
                "objectClass: groupOfNames",
                "cn: " + group,
                "member: " + member);
    }

    /** Nobody answers until it comes back. */
    void goAway() {
        server.stop();
    }

    void comeBack() {
        try {
            server.start();
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop();
    }

    private void add(String... lines) {
        change(directory -> {
            try {
                directory.add(lines);
            } catch (LDIFException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    private void remove(String entry) {
        change(directory -> directory.delete(entry));
    }

    private void change(DirectoryServer.Change change) {
        try {
            server.change(change);
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
