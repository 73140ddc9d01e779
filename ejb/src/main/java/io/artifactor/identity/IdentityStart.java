package io.artifactor.identity;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sees to it at start that somebody can sign in: the signing key is there, and an administrator if
 * there is no user at all. Nodes that start at once agree on one.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class IdentityStart {

    private static final Logger LOG = Logger.getLogger(IdentityStart.class.getName());

    @Inject private IdentitySettings settings;
    @Inject private FirstPasswordFile firstPassword;
    @Inject private FirstAdministrator firstAdministrator;

    // Asked now: an unusable key or setting is to stop the start, not the first sign-in.
    @Inject private AccessTokens accessTokens;
    @Inject private ProviderSettings provider;
    @Inject private FactorSettings factors;
    @Inject private PasswordRules passwordRules;
    @Inject private AdminNetworks networks;

    @PostConstruct
    void start() {
        LOG.log(Level.FINE, "Access tokens are signed with key {0}", accessTokens.keyId());
        LOG.log(Level.FINE, "Tokens of the provider are taken: {0}", provider.terms().isPresent());
        LOG.log(Level.FINE, "Who must have a second factor: {0}", factors.policy());
        LOG.log(Level.FINE, "Administration is for some networks: {0}", networks.areNamed());
        LOG.log(
                Level.FINE,
                "New passwords are looked up in a file: {0}",
                passwordRules.file().isPresent());
        boolean given = firstAdministrator.isPasswordGiven();
        if (!firstAdministrator.createIfAlone()) {
            firstAdministrator.tidy();
            return;
        }
        if (!given) {
            LOG.log(
                    Level.INFO,
                    "Created the administrator {0}. The first password is in the file {1}.",
                    new Object[] {settings.adminName(), firstPassword.path()});
        } else {
            LOG.log(
                    Level.INFO,
                    "Created the administrator {0} with the configured password.",
                    settings.adminName());
        }
    }
}
