/**
 * The addresses at the server's root that browser extensions know, with their own form of answers.
 * Servlets, because the REST interface with its rules lives below another address.
 */
@NullMarked
package io.artifactor.capture.rest;

import org.jspecify.annotations.NullMarked;
