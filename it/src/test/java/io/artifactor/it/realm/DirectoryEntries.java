package io.artifactor.it.realm;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** How directories of a kind write down people and groups, as LDIF. */
enum DirectoryEntries {
    LDAP {
        @Override
        String[] person(String name) {
            return new String[] {
                "dn: " + personAt(name),
                "objectClass: inetOrgPerson",
                "uid: " + name,
                "cn: %s of Acme".formatted(name),
                "sn: Acme",
                "displayName: %s of Acme".formatted(name),
                "mail: %s@acme.example".formatted(name),
                "userPassword: " + TestingDirectory.password(name)
            };
        }

        @Override
        String[] group(String name, String member) {
            return new String[] {
                "dn: " + groupAt(name),
                "objectClass: groupOfNames",
                "cn: " + name,
                "member: " + member
            };
        }

        @Override
        String nameOf(String person) {
            return "uid=" + person;
        }
    },

    ACTIVE_DIRECTORY {
        @Override
        String[] person(String name) {
            return new String[] {
                "dn: " + personAt(name),
                "objectClass: user",
                "objectCategory: " + ActiveDirectory.category("Person"),
                "objectGUID:: " + newGuid(),
                "userAccountControl: 512",
                "sAMAccountName: " + name,
                "userPrincipalName: %s@acme.example".formatted(name),
                "sn: Acme",
                "displayName: %s of Acme".formatted(name),
                "mail: %s@acme.example".formatted(name),
                "userPassword: " + TestingDirectory.password(name)
            };
        }

        @Override
        String[] group(String name, String member) {
            return new String[] {
                "dn: " + groupAt(name),
                "objectClass: group",
                "objectCategory: " + ActiveDirectory.category("Group"),
                "objectGUID:: " + newGuid(),
                "sAMAccountName: " + name,
                "member: " + member
            };
        }

        @Override
        String nameOf(String person) {
            return "cn=%s of Acme".formatted(person);
        }
    };

    static final String PEOPLE = "ou=people," + TestingDirectory.BASE;
    static final String GROUPS = "ou=groups," + TestingDirectory.BASE;

    /** Somebody new. */
    abstract String[] person(String name);

    /** A group of one. */
    abstract String[] group(String name, String member);

    /** The part of where somebody is that is theirs alone. */
    abstract String nameOf(String person);

    String personAt(String name) {
        return nameOf(name) + ',' + PEOPLE;
    }

    String groupAt(String name) {
        return "cn=%s,%s".formatted(name, GROUPS);
    }

    /** Sixteen bytes, most of which are no text. */
    private static String newGuid() {
        UUID id = UUID.randomUUID();
        byte[] bytes =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits() | 0x80L)
                        .putLong(id.getLeastSignificantBits())
                        .array();
        return Base64.getEncoder().encodeToString(bytes);
    }
}
