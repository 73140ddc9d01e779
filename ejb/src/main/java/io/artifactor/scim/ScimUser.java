package io.artifactor.scim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.uuid.Generators;
import io.artifactor.realm.Realm;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** Somebody the provider of a realm told of by itself. */
@Entity
@Table(name = "scim_user")
public class ScimUser {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Id private UUID id;

    @Column(name = "identity_id", nullable = false, updatable = false)
    private UUID identityId;

    @Column(nullable = false, updatable = false)
    private String realm;

    @Column(name = "external_id", nullable = false, updatable = false)
    private String externalId;

    @Column(name = "user_name", nullable = false)
    private String userName;

    @Column(nullable = false)
    private String[] emails;

    @Column(nullable = false)
    private String document;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** For the persistence provider, which fills the fields afterwards. */
    @NullUnmarked
    protected ScimUser() {}

    ScimUser(Realm realm, UUID identity, UserAttributes said, Instant at) {
        this.id = Generators.timeBasedEpochRandomGenerator().generate();
        this.identityId = identity;
        this.realm = realm.id();
        this.externalId = said.externalId();
        this.userName = said.userName();
        this.emails = said.addresses();
        this.document = said.kept().toString();
        this.createdAt = at;
        this.updatedAt = at;
    }

    void describe(UserAttributes said, Instant at) {
        userName = said.userName();
        emails = said.addresses();
        document = said.kept().toString();
        updatedAt = at;
    }

    UUID id() {
        return id;
    }

    boolean isOf(Realm asked) {
        return realm.equals(asked.id());
    }

    UUID identity() {
        return identityId;
    }

    String externalId() {
        return externalId;
    }

    String userName() {
        return userName;
    }

    /** Names and addresses. */
    ObjectNode kept() {
        try {
            return (ObjectNode) JSON.readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row holds no document: " + id, e);
        }
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
