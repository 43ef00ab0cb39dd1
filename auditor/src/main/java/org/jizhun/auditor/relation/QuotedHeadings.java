package org.jizhun.auditor.relation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** A heading quoted with its number, as 如前述“（三）国有资产占有使用情况”, has that number where it stands itself. */
final class QuotedHeadings {

    private static final String NUMBER =
            "(?<number>[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}(?:部分|章)|\\d{1,2}[.、．](?!\\d))";
    private static final Sought QUOTED =
            Sought.of(Pattern.compile("“(?<whole>" + NUMBER + "(?<title>[^“”，。；]{4,40}))”"), "“", "、）.．部章");
    private static final Sought HEADING = Sought.of("^" + NUMBER + "(?<title>[^“”，。；：]{4,40})[。：]?$");

    private QuotedHeadings() {}

    static void examine(List<Passage> passages, Ledger ledger) {
        Map<String, Passage> headings = null;
        for (Passage passage : passages) {
            Matcher quoted = QUOTED.in(passage);
            while (quoted.find()) {
                headings = headings == null ? headings(passages) : headings;
                Passage heading = headings.get(quoted.group("title").strip());
                if (heading != null) {
                    judge(passage, quoted, heading, ledger);
                }
            }
        }
    }

    private static Map<String, Passage> headings(List<Passage> passages) {
        Map<String, Passage> headings = new HashMap<>();
        for (Passage passage : passages) {
            Matcher heading = HEADING.in(passage.text());
            if (heading.matches()) {
                headings.putIfAbsent(heading.group("title").strip(), passage);
            }
        }
        return headings;
    }

    private static void judge(Passage passage, Matcher quoted, Passage heading, Ledger ledger) {
        Matcher own = HEADING.in(heading.text());
        if (!own.matches()
                || own.group("number").equals(quoted.group("number"))
                || own.group("number").length() != quoted.group("number").length()) {
            return;
        }
        String stated = quoted.group("whole");
        String expected = own.group("number") + quoted.group("title");
        Problem problem = Problem.of(
                "heading-number-differs",
                Place.NONE,
                "stated",
                stated,
                "expected",
                expected,
                "line",
                heading.spot().line());
        ledger.find(Finding.of(
                Kind.OUTLINE,
                stated,
                Optional.of(expected),
                problem,
                passage.spot(quoted.start("whole"), quoted.end("whole")),
                List.of(heading.spot())));
    }
}
