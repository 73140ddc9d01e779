package io.artifactor.it.realm;

import com.unboundid.ldap.sdk.FullLDAPInterface;
import com.unboundid.ldap.sdk.LDAPException;

/** What serves a directory to the tests. It keeps what it holds while it is stopped. */
interface DirectoryServer {

    int port();

    void change(Change change) throws LDAPException;

    void start() throws LDAPException;

    void stop();

    /** Something done by whoever may change all of it. */
    interface Change {
        void apply(FullLDAPInterface directory) throws LDAPException;
    }
}
