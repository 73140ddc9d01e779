package io.artifactor.it.realm;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.schema.Schema;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A directory in memory that does as Active Directory does, where the product could notice: ids
 * that are no text, classes of its own, categories by a short name, bits that are asked for by a
 * rule of Microsoft's, accounts that are there and may not sign in, and references to other places
 * in answers.
 */
final class ActiveDirectory implements DirectoryServer {

    private static final String BIT_AND = "1.2.840.113556.1.4.803";
    private static final String DISABLED = "2";

    private final InMemoryDirectoryServer server;

    ActiveDirectory() throws LDAPException {
        InMemoryDirectoryServerConfig config =
                new InMemoryDirectoryServerConfig(TestingDirectory.BASE);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig(
                        "loopback",
                        InetAddress.getLoopbackAddress(),
                        TestingKeycloak.freePort(),
                        null));
        config.setSchema(schema());
        config.addInMemoryOperationInterceptor(new Rules());
        server = new InMemoryDirectoryServer(config);
        start();
    }

    static String category(String name) {
        return "CN=%s,CN=Schema,CN=Configuration,%s".formatted(name, TestingDirectory.BASE);
    }

    private static Schema schema() throws LDAPException {
        Entry own = new Entry("cn=schema");
        own.addAttribute("objectClass", "top", "ldapSubEntry", "subschema");
        own.addAttribute(
                "attributeTypes",
                "( 1.2.840.113556.1.4.2 NAME 'objectGUID' EQUALITY octetStringMatch"
                        + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )",
                "( 1.2.840.113556.1.4.8 NAME 'userAccountControl' EQUALITY integerMatch"
                        + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
                "( 1.2.840.113556.1.4.221 NAME 'sAMAccountName' EQUALITY caseIgnoreMatch"
                        + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )",
                "( 1.2.840.113556.1.4.656 NAME 'userPrincipalName' EQUALITY caseIgnoreMatch"
                        + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )",
                "( 1.2.840.113556.1.4.782 NAME 'objectCategory' EQUALITY distinguishedNameMatch"
                        + " SYNTAX 1.3.6.1.4.1.1466.115.121.1.12 SINGLE-VALUE )");
        own.addAttribute(
                "objectClasses",
                "( 1.2.840.113556.1.5.9 NAME 'user' SUP top STRUCTURAL MUST cn MAY ( sn $"
                        + " displayName $ mail $ userPassword $ objectGUID $ userAccountControl $"
                        + " sAMAccountName $ userPrincipalName $ objectCategory ) )",
                "( 1.2.840.113556.1.5.8 NAME 'group' SUP top STRUCTURAL MUST cn MAY ( member $"
                        + " objectGUID $ sAMAccountName $ objectCategory ) )");
        return Schema.mergeSchemas(Schema.getDefaultStandardSchema(), new Schema(own));
    }

    @Override
    public int port() {
        return server.getListenPort();
    }

    @Override
    public void change(Change change) throws LDAPException {
        change.apply(server);
    }

    @Override
    public void start() throws LDAPException {
        server.startListening();
    }

    @Override
    public void stop() {
        server.shutDown(true);
    }

    /** What it does otherwise than other directories. */
    private final class Rules extends InMemoryOperationInterceptor {

        @Override
        public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest asked)
                throws LDAPException {
            @Nullable Entry entry = server.getEntry(asked.getRequest().getBindDN());
            if (entry != null && entry.hasAttributeValue("userAccountControl", "514")) {
                throw new LDAPException(
                        ResultCode.INVALID_CREDENTIALS,
                        "80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error,"
                                + " data 533, v4563");
            }
        }

        @Override
        public void processSearchRequest(InMemoryInterceptedSearchRequest asked)
                throws LDAPException {
            SearchRequest plain = asked.getRequest().duplicate();
            plain.setFilter(plain(plain.getFilter()));
            asked.setRequest(plain);
            if (plain.getBaseDN().equalsIgnoreCase(TestingDirectory.BASE)) {
                asked.sendSearchReference(
                        new SearchResultReference(
                                new String[] {
                                    "ldap://ForestDnsZones.acme.example/DC=ForestDnsZones,"
                                            + TestingDirectory.BASE
                                },
                                null));
            }
        }

        /** The same, as other directories understand it. */
        private static Filter plain(Filter filter) {
            return switch (filter.getFilterType()) {
                case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(parts(filter));
                case Filter.FILTER_TYPE_OR -> Filter.createORFilter(parts(filter));
                case Filter.FILTER_TYPE_NOT ->
                        Filter.createNOTFilter(plain(filter.getNOTComponent()));
                case Filter.FILTER_TYPE_EQUALITY -> category(filter);
                case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> bits(filter);
                default -> filter;
            };
        }

        private static List<Filter> parts(Filter filter) {
            return Stream.of(filter.getComponents()).map(Rules::plain).toList();
        }

        private static Filter category(Filter filter) {
            if (!filter.getAttributeName().equalsIgnoreCase("objectCategory")) {
                return filter;
            }
            String name = filter.getAssertionValue().equalsIgnoreCase("group") ? "Group" : "Person";
            return Filter.createEqualityFilter("objectCategory", ActiveDirectory.category(name));
        }

        private static Filter bits(Filter filter) {
            if (!BIT_AND.equals(filter.getMatchingRuleID())
                    || !DISABLED.equals(filter.getAssertionValue())) {
                throw new IllegalArgumentException("Nobody taught it " + filter);
            }
            return Filter.createORFilter(
                    Filter.createEqualityFilter("userAccountControl", "514"),
                    Filter.createEqualityFilter("userAccountControl", "66050"));
        }
    }
}
