package io.artifactor.web;

import java.lang.reflect.Method;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * What a sign-in may do only when its password was given lately: what would hand over an account to
 * whoever found a browser open, or take from others what they rely on. The one table of which both
 * the description and the refusals are made.
 */
public final class SensitiveOperations {

    /** What such an operation carries in the description. */
    static final String MARK = "x-sensitive";

    private static final Set<String> IDS =
            Set.of(
                    "createToken",
                    "beginSecurityKey",
                    "addSecurityKey",
                    "removeSecurityKey",
                    "endSession",
                    "endOtherSessions",
                    "createUser",
                    "changeUser",
                    "deactivateUser",
                    "removeSecondFactorOfUser",
                    "endSessionsOfUser",
                    "endSessionsOfEverybody",
                    "rotateSigningKey",
                    "addGroupMapping",
                    "removeGroupMapping",
                    "applyRealmIdentities",
                    "linkRealmIdentity",
                    "unlinkRealmIdentity",
                    "transferWorkspace",
                    "deleteWorkspace",
                    "releaseHold",
                    "addRetentionRule",
                    "putRetentionRule",
                    "runRetentionRule");

    private SensitiveOperations() {}

    /** Whether the method is one of them. */
    public static boolean isAmong(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation != null && IDS.contains(operation.operationId());
    }

    static void mark(org.eclipse.microprofile.openapi.models.Operation operation) {
        if (!IDS.contains(operation.getOperationId())) {
            return;
        }
        operation.addExtension(MARK, true);
        String before = operation.getDescription();
        operation.setDescription(
                (before == null ? "" : before + "\n\n")
                        + "A sign-in needs a password given lately, else 403"
                        + " `confirmation-required`: see `POST /auth/confirmation`.");
    }
}
