package io.artifactor.it.realm;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;

/** A directory in the memory of the tests: people, and groups that are in groups. */
final class TestingDirectory implements AutoCloseable {

    static final String BASE = "dc=acme,dc=example";
    static final String READER = "cn=reader," + BASE;
    static final String READER_PASSWORD = "reader of the directory";

    private static final String PEOPLE = "ou=people," + BASE;
    private static final String GROUPS = "ou=groups," + BASE;

    private final InMemoryDirectoryServer server;

    TestingDirectory() throws LDAPException {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig(BASE);
        config.addAdditionalBindCredentials(READER, READER_PASSWORD);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "loopback",
                        InetAddress.getLoopbackAddress(),
                        TestingKeycloak.freePort(),
                        null));
        server = new InMemoryDirectoryServer(config);
        change(() -> server.add("dn: " + BASE, "objectClass: domain", "dc: acme"));
        change(() -> server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people"));
        change(() -> server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groups"));
        server.startListening();
    }

    int port() {
        return server.getListenPort();
    }

    /** Somebody new, with the password {@code NAME reads at night}. */
    void addPerson(String name) {
        change(() ->
                server.add(
                        "dn: uid=%s,%s".formatted(name, PEOPLE),
                        "objectClass: inetOrgPerson",
                        "uid: " + name,
                        "cn: %s of Acme".formatted(name),
                        "sn: Acme",
                        "displayName: %s of Acme".formatted(name),
                        "mail: %s@acme.example".formatted(name),
                        "userPassword: " + password(name)));
    }

    static String password(String name) {
        return name + " reads at night";
    }

    void removePerson(String name) {
        change(() -> server.delete("uid=%s,%s".formatted(name, PEOPLE)));
    }

    /** Makes a group of one person. */
    void addGroup(String group, String person) {
        add(group, "uid=%s,%s".formatted(person, PEOPLE));
    }

    /** Makes a group of one group. */
    void addGroupOfGroup(String group, String inner) {
        add(group, "cn=%s,%s".formatted(inner, GROUPS));
    }

    void removeGroup(String group) {
        change(() -> server.delete("cn=%s,%s".formatted(group, GROUPS)));
    }

    private void add(String group, String member) {
        change(() ->
                server.add(
                        "dn: cn=%s,%s".formatted(group, GROUPS),
                        "objectClass: groupOfNames",
                        "cn: " + group,
                        "member: " + member));
    }

    /** Nobody answers until it comes back. */
    void goAway() {
        server.shutDown(true);
    }

    void comeBack() {
        change(server::startListening);
    }

    @Override
    public void close() {
        server.close();
    }

    private static void change(Change change) {
        try {
            change.apply();
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Change {
        void apply() throws LDAPException, LDIFException;
    }
}
