package io.artifactor.web;

import io.artifactor.artifact.ExpectedRevision;
import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The revisions in an {@code If-Match} header (RFC 9110, section 13.1.1). */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(W/)?\"([\\x21\\x23-\\x7e]*)\"");
    private static final Pattern LIST =
            Pattern.compile(
                    "(?:(?:%1$s)?[ \\t]*(?:,|$)[ \\t]*)+"
                            .formatted("(?:W/)?\"[\\x21\\x23-\\x7e]*\""));

    /**
     * Stands behind the revision in a tag where the document shows the reader something of their
     * own; a writer's precondition is about the revision alone.
     */
    public static final String OWN_MARK = "f";

    /**
     * Stands between the revision and a count that goes on without anybody changing the thing, such
     * as its downloads: readers are to see the count grow, writers are not to be refused for it.
     */
    public static final String COUNT_MARK = ".";

    private static final Pattern REVISION =
            Pattern.compile("([0-9]{1,9})(?:" + OWN_MARK + "|[" + COUNT_MARK + "][0-9]{1,18})?");
    private static final int MAX_LENGTH = 1_000;

    private IfMatch() {}

    /** For a write that must not overwrite what its sender has not seen. */
    public static ExpectedRevision required(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Problem(
                    ProblemCode.PRECONDITION_REQUIRED,
                    "Read it first and send its ETag in If-Match, so that nobody's change is"
                            + " overwritten unseen.");
        }
        return parse(header.strip());
    }

    private static ExpectedRevision parse(String header) {
        if (header.equals("*")) {
            return ExpectedRevision.any();
        }
        if (header.length() > MAX_LENGTH || !LIST.matcher(header).matches()) {
            throw Problem.invalid("If-Match", "must be an ETag in quotes, such as \"3\".");
        }
        Set<Integer> revisions = new HashSet<>();
        Matcher tags = TAG.matcher(header);
        while (tags.find()) {
            // A weak tag never matches here, nor does one that this server cannot have given.
            Matcher revision = REVISION.matcher(tags.group(2));
            if (tags.group(1) == null && revision.matches()) {
                revisions.add(Integer.valueOf(revision.group(1)));
            }
        }
        return ExpectedRevision.of(revisions);
    }
}
