package io.artifactor.it.http;

import java.util.List;

/** Texts that have broken other programs, for wherever a text may stand. */
final class NaughtyTexts {

    static final List<String> ALL =
            List.of(
                    "",
                    " ",
                    "null",
                    "undefined",
                    "-1",
                    "1e309",
                    "99999999999999999999999",
                    "NaN",
                    "true",
                    "' or 1=1 --",
                    "\"; drop table artifact; --",
                    "%",
                    "_%\\",
                    "<script>alert(1)</script>",
                    "${jndi:ldap://127.0.0.1/a}",
                    "../../../etc/passwd",
                    "\u202Eabc",
                    "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                    "Z\u0351\u036B\u0343a\u0335l\u0334g\u0338o",
                    "a\u0000b",
                    "\"unbalanced",
                    "((((((",
                    "* ? ~ ^ : \\",
                    "x".repeat(900));

    private NaughtyTexts() {}
}
