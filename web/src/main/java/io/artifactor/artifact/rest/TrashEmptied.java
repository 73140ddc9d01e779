package io.artifactor.artifact.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How much the trash has let go of. */
@Schema(name = "TrashEmptied")
public record TrashEmptied(@Schema(description = "How many artifacts") int artifacts) {}
