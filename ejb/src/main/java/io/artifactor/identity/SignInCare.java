package io.artifactor.identity;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Removes what is left of sign-ins nobody will ask for again; any number of nodes may. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInCare {

    @Inject private Attempts attempts;
    @Inject private ForgottenPasswords forgotten;
    @Inject private DeviceRows devices;
    @Inject private KeyChallenges challenges;
    @Inject private UsedProofs proofs;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        attempts.sweep();
        forgotten.sweep();
        devices.sweep();
        challenges.sweep();
    }

    /** Each is good for a minute, and a busy client makes a thousand of them. */
    @Schedule(hour = "*", minute = "*/5", persistent = false)
    void sweepProofs() {
        proofs.sweep();
    }
}
