package io.artifactor.idempotency;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** Removes old keys now and then; every node does, since it costs next to nothing. */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class IdempotencySweep {

    @EJB private IdempotencyKeys keys;

    @Schedule(hour = "*", minute = "17", persistent = false)
    void sweep() {
        keys.sweep();
    }
}
