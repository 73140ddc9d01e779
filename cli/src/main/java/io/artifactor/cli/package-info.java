/**
 * The {@code artifactor} command: a person's and a script's way to a server, over HTTP only.
 *
 * <p>{@link io.artifactor.cli.Artifactor} puts the commands together; each command is one class
 * that asks the server through {@link io.artifactor.cli.ArtifactorClient} and says what came of it
 * through {@link io.artifactor.cli.Terminal}, the only class that prints. Decisions:
 *
 * <ul>
 *   <li>Answers stay JSON trees: {@code --json} hands on what the server said, with fields this
 *       command has never heard of.
 *   <li>Whatever comes from the server is hostile text to a terminal and is neutralised where it is
 *       printed, not where it is received.
 *   <li>Results go to standard output, everything said about them to standard error.
 *   <li>A failure is a {@link io.artifactor.cli.Failure} with its exit code; nobody sees a stack
 *       trace.
 *   <li>The token is read from a file only its owner can read, or from the environment; it is never
 *       an argument, and printed only when it is made to be handed on.
 *   <li>What only reads may be asked twice, and so may what carries a key for it; no other request
 *       is repeated by itself.
 * </ul>
 *
 * <p>Calls no other package of the product.
 */
@NullMarked
package io.artifactor.cli;

import org.jspecify.annotations.NullMarked;
