/**
 * Identity over HTTP: who a request's bearer token stands for, what it may reach, and the resources
 * for signing in, personal tokens and accounts.
 *
 * <p>{@link io.artifactor.identity.rest.BearerAuthentication} tells the container who is there, so
 * that {@code @RolesAllowed} works everywhere; {@link io.artifactor.identity.rest.AccessRules}
 * refuses what the roles do not cover: anonymous callers, token scopes, a password that must be
 * changed, and every resource that does not say who may call it. Resources of all features take
 * their caller from {@link io.artifactor.identity.rest.CurrentCaller}.
 */
@NullMarked
package io.artifactor.identity.rest;

import org.jspecify.annotations.NullMarked;
