package io.artifactor.it.realm;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.nio.file.Path;

/** A directory of the tests' own: people, and groups that are in groups. */
final class TestingDirectory implements AutoCloseable {

    static final String BASE = "dc=acme,dc=example";
    static final String READER = "cn=reader," + BASE;
    static final String READER_PASSWORD = "reader of the directory";

    private final DirectoryServer server;
    private final DirectoryEntries entries;

    /** OpenLDAP, or where that is not installed a directory in memory. */
    static TestingDirectory ofLdap(Path folder) throws IOException, LDAPException {
        return new TestingDirectory(
                OpenLdap.isInstalled() ? new OpenLdap(folder) : new MemoryDirectory(),
                DirectoryEntries.LDAP);
    }

    /** OpenLDAP, where people's entries name their groups and that is all that tells. */
    static TestingDirectory ofMemberOf(Path folder) throws IOException {
        return new TestingDirectory(OpenLdap.withMemberOf(folder), DirectoryEntries.LDAP);
    }

    /** One in memory that does as Active Directory does. */
    static TestingDirectory ofActiveDirectory() throws LDAPException {
        return new TestingDirectory(new ActiveDirectory(), DirectoryEntries.ACTIVE_DIRECTORY);
    }

    private TestingDirectory(DirectoryServer server, DirectoryEntries entries) {
        this.server = server;
        this.entries = entries;
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
        add("dn: " + DirectoryEntries.PEOPLE, "objectClass: organizationalUnit", "ou: people");
        add("dn: " + DirectoryEntries.GROUPS, "objectClass: organizationalUnit", "ou: groups");
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
        add(entries.person(name));
    }

    static String password(String name) {
        return name + " reads at night";
    }

    void removePerson(String name) {
        remove(entries.personAt(name));
    }

    /** Makes a group of one person. */
    void addGroup(String group, String person) {
        add(entries.group(group, entries.personAt(person)));
    }

    /** Makes a group of one group. */
    void addGroupOfGroup(String group, String inner) {
        add(entries.group(group, entries.groupAt(inner)));
    }

    void removeGroup(String group) {
        remove(entries.groupAt(group));
    }

    /** Somebody is called otherwise from now on, and stays who they are. */
    void rename(String name, String next) {
        change(directory -> {
            directory.modifyDN(entries.personAt(name), entries.nameOf(next), true);
            directory.modify(
                    entries.personAt(next),
                    new Modification(
                            ModificationType.REPLACE, "userPrincipalName", next + "@acme.example"),
                    new Modification(ModificationType.REPLACE, "sAMAccountName", next));
        });
    }

    /** Somebody stays in the directory, and may not sign in. */
    void disable(String name) {
        change(directory ->
                directory.modify(
                        entries.personAt(name),
                        new Modification(ModificationType.REPLACE, "userAccountControl", "514")));
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
