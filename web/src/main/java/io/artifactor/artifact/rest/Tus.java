package io.artifactor.artifact.rest;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks resources that speak the protocol of resumable uploads. */
@NameBinding
@Retention(RUNTIME)
@Target(TYPE)
@interface Tus {}
