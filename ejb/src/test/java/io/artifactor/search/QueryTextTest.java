package io.artifactor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.artifactor.problem.Problem;
import io.artifactor.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTextTest {

    private static final List<String> PIECES =
            List.of(
                    "\"",
                    "\"",
                    "(",
                    ")",
                    " ",
                    " ",
                    " OR ",
                    "OR",
                    "-",
                    "--",
                    "*",
                    ":",
                    "..",
                    ">",
                    "<=",
                    "a",
                    "mergeSort",
                    "http_request",
                    "list.forEach(x)",
                    "title:",
                    "kind:",
                    "kind:code",
                    "tag:",
                    "size:",
                    "size:>1mb",
                    "updated:",
                    "2026-01",
                    "created:",
                    "owner:ada",
                    "foo:",
                    "http://x",
                    "std::vector",
                    "\u6771\u4EAC",
                    "\u00C9t\u00E9",
                    "\uD83D\uDE00",
                    "\u201C",
                    "\u00BB",
                    "\\",
                    "'",
                    "&",
                    "|",
                    "!",
                    "<->",
                    "\uFFFF",
                    "conversation:",
                    "01a1fd2b-f4c7-7816-bc4b-e862090bbf42",
                    "category:Code");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "two words            | ('two') & ('words')",
                "\"a phrase\"         | ('a' <-> 'phrase')",
                "“smart quotes”       | ('smart' <-> 'quotes')",
                "some -without        | ('some') & !('without')",
                "-\"not this\"        | !('not' <-> 'this')",
                "-(a b)               | !(('a') & ('b'))",
                "red OR green         | ('red') / ('green')",
                "a red OR green hat   | ('a') & (('red') / ('green')) & ('hat')",
                "(a red) OR green     | (('a') & ('red')) / ('green')",
                "red OR -green        | ('red') / !('green')",
                "begin*               | ('begin':*)",
                "foo-ba*              | ('foo' <-> 'ba':*)",
                "max_pool_size        | ('max' <-> 'pool' <-> 'size')",
                "parseHttp            | ('parsehttp') / ('parse' <-> 'http')",
                "parseHt*             | ('parseht':*) / ('parse' <-> 'ht':*)",
                "utf8                 | ('utf8') / ('utf' <-> '8')",
                "C++ (brackets)       | ('c') & ('brackets')",
                "main(args) x         | ('main' <-> 'args') & ('x')",
                "main()               | ('main')",
                "--verbose            | ('verbose')",
                "a - b                | ('a') & ('b')",
                "Crème BRÛLÉE         | ('creme') & ('brulee')",
                "twice twice          | ('twice')",
                "it's                 | ('it' <-> 's')",
                "東京                  | ('東' <-> '京')",
                "title:merge          | ('merge':A)",
                "title:\"merge sort\" | ('merge':A <-> 'sort':A)",
                "content:me*          | ('me':*CD)",
                "http://x.org         | ('http' <-> 'x' <-> 'org')",
                "std::vector          | ('std' <-> 'vector')",
            })
    void everyIndexIsAskedForTheSame(String text, String expression) {
        String asked =
                PostgresCondition.expression(QueryText.parse(text).orElseThrow()).orElseThrow();
        assertThat(outer(asked)).isEqualTo(expression.replace(" / ", " | "));
    }

    private static String outer(String expression) {
        return expression.startsWith("((") && expression.endsWith("))")
                ? expression.substring(1, expression.length() - 1)
                : expression;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"***", "-", "--- ' \\", "\"\"", "!&|<->:*", "\uD83D\uDE00", "()", "(*)"})
    void signsWithoutAWordAskForNothing(String text) {
        assertThat(QueryText.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "(a               | 3  | `)`",
                "a)               | 2  | a word, or a `(` before it",
                "OR a             | 1  | a word, a phrase or `(`",
                "a OR             | 5  | a word, a phrase or `(`",
                "a OR OR b        | 6  | a word, a phrase or `(`",
                "(a OR) b         | 6  | a word, a phrase or `(`",
                "say \"this       | 10 | `\"`",
                "a title:         | 9  | a value",
                "title:(a b)      | 7  | a value",
                "title:*          | 7  | a word, or words in quotes",
                "size:big         | 6  | a size such as `>1mb` or `10kb..2mb`",
                "size:..          | 6  | a size such as `>1mb` or `10kb..2mb`",
                "a conversation:7 | 16 | the id of a conversation",
                "kind:moon        | 6  | one of code, document, data, image, web, diagram, terminal, archive, other",
                "type:moon        | 6  | one of artifact, conversation",
            })
    void badQueriesAreRefusedByPosition(String text, int position, String expected) {
        // The parameters' source takes blanks at the end away, which belong to some of these.
        String query = text.endsWith("OR") ? text + " " : text;
        assertThatThrownBy(() -> QueryText.parse(query))
                .asInstanceOf(type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_INPUT);
                    assertThat(problem.errors())
                            .singleElement()
                            .matches(e -> e.field().equals("q"));
                    assertThat(problem.data())
                            .containsEntry("position", position + query.length() - text.length())
                            .containsEntry("expected", expected);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updated:2026-13",
                "updated:2026-02-30",
                "created:yesterday",
                "updated:0000",
                "updated:+12026-01-01T00:00:00Z",
                "created:2026..x",
                "nofield:x",
                "tag:\"\"",
                "owner:\" \"",
            })
    void valuesThatCannotBeAreRefused(String text) {
        assertThatThrownBy(() -> QueryText.parse(text)).isInstanceOf(Problem.class);
    }

    @ParameterizedTest
    @CsvSource({
        "size:>1mb, 1048577, ",
        "size:>=1mb, 1048576, ",
        "size:<1.5kb, , 1536",
        "size:1..2, 1, 3",
        "size:..1kb, , 1025",
        "updated:2026, 1767225600000, 1798761600000",
        "updated:2026-01..2026-03, 1767225600000, 1775001600000",
        "created:<2026-05-01, , 1777593600000",
        "created:>2025, 1767225600000, ",
        "updated:2026-01-01T00:00:00Z, 1767225600000, 1767225600001",
        "updated:2026-01-01.., 1767225600000, ",
    })
    void rangesAreReadWhole(String text, Long low, Long high) {
        assertThat(QueryText.parse(text).orElseThrow())
                .asInstanceOf(type(QueryText.Within.class))
                .extracting(QueryText.Within::range)
                .isEqualTo(new QueryText.Range(low, high));
    }

    @Test
    void tooMuchIsRefused() {
        assertThatThrownBy(() -> QueryText.parse("x".repeat(2_001))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> QueryText.parse("a ".repeat(65))).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> QueryText.parse("( ".repeat(17) + "a" + ")".repeat(17)))
                .isInstanceOf(Problem.class);
        QueryText.parse("x".repeat(2_000));
        QueryText.parse("a ".repeat(64));
        QueryText.parse("( ".repeat(16) + "a" + ")".repeat(16));
    }

    @Test
    void wordsThatMustNotBeThereAreNotWanted() {
        QueryText text = QueryText.parse("a title:b OR (c -d) -e kind:code").orElseThrow();
        assertThat(text.wanted().stream().map(has -> has.term().written()))
                .containsExactly("a", "b", "c");
    }

    @Test
    void anyTextIsReadOrRefusedAndWrittenAsItIsRead() {
        Random random = new Random(20_261_121);
        int read = 0;
        for (int i = 0; i < 5_000; i++) {
            StringBuilder query = new StringBuilder();
            int pieces = 1 + random.nextInt(9);
            for (int piece = 0; piece < pieces; piece++) {
                query.append(PIECES.get(random.nextInt(PIECES.size())));
                query.append(random.nextInt(3) == 0 ? " " : "");
            }
            read += isReadAsWritten(query.toString()) ? 1 : 0;
        }
        assertThat(read).isGreaterThan(1_000);
    }

    private static boolean isReadAsWritten(String query) {
        Throwable[] thrown = new Throwable[1];
        thrown[0] = catchThrowable(() -> QueryText.parse(query));
        if (thrown[0] != null) {
            assertThat(thrown[0])
                    .as(query)
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("q:");
            return false;
        }
        Optional<QueryText> parsed = QueryText.parse(query);
        String written = parsed.map(QueryText::print).orElse("");
        assertThat(QueryText.parse(written))
                .as("%s written as %s", query, written)
                .isEqualTo(parsed);
        return true;
    }
}
