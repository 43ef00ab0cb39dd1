package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * What the title names with its year, and the text once more with another: 2022年度高标准农田建设项目 of the title and 2021年度高标准农田建设项目 below;
 * 2022年预算草案 as a heading of a report on the draft of 2024. Comparisons and titles in 《》 are left alone.
 */
final class YearsOfNames {

    /** 2023年度【基本公共卫生服务补助资金绩效自评报告】. */
    private static final Sought NAMED = Sought.of(Pattern.compile(
            "(?<![\\d〔（至—～-])(?<year>20\\d{2})(?<word>年度?)(?![至—～-])(?<what>[\\u4e00-\\u9fa5、“”]{4,40})"));

    private static final Sought OTHER = Sought.of(
            "上年|去年|上一年|比|较|同期|下一年|下年|明年|往年|历年|结转|结余|可研|续建|编制|做好|通知|办法|方案|整改|审计|立项(?!依据|规范|程序|情况)|批复|申报|启动|跨年|[与和及、]$|[与和及至]20");
    private static final Sought NUMBERED =
            Sought.of("^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]|\\d{1,2}[.、]|第[一二三四五六七八九十])");
    private static final Sought BEFORE_YEAR =
            Sought.of("(?:[\\u4e00-\\u9fa5]{2,8}?[省市县区镇乡])?(?<name>[\\u4e00-\\u9fa5]{8,30})");
    /** Words that are said of any year. */
    private static final Sought OF_ANY_YEAR =
            Sought.of("^(?:预算执行|工作|全市|全县|全区|全省|全年|我|本|该|安排|实际|财政|市级|县级|省级|区级|中央|部门|项目|一般公共预算)");
    /** So many characters in common make one name; fewer where the name ends there. */
    private static final int SAME = 7;

    private static final int SHORT = 4;
    /** 2023年【郭里县】高标准农田建设项目. */
    private static final int PLACE = 6;

    private static final int TITLE_LINES = 4;
    private static final int LONGEST_TITLE = 60;
    private static final int HEADING = 40;
    /** The project is told on the first pages. */
    private static final int FIRST = 12;

    /** A year with the words behind it. */
    private record Named(int year, String what, Passage passage, int start, int wordEnd, String clause) {}

    private YearsOfNames() {}

    static void examine(Claims claims, Ledger ledger) {
        List<Named> titles = new ArrayList<>();
        List<Named> others = new ArrayList<>();
        List<Passage> all = new ArrayList<>(claims.passages());
        for (Grid grid : claims.manuscript().grids()) {
            grid.rows().stream().limit(2).forEach(row -> row.stream().limit(1).forEach(all::add));
        }
        for (int i = 0; i < all.size(); i++) {
            Passage passage = all.get(i);
            boolean title = i < TITLE_LINES
                    && !NUMBERED.isIn(passage)
                    && passage.text().matches("[^，。；]{6," + LONGEST_TITLE + "}");
            Matcher matcher = NAMED.in(passage);
            while (matcher.find()) {
                Named named = new Named(
                        Integer.parseInt(matcher.group("year")),
                        matcher.group("what"),
                        passage,
                        matcher.start(),
                        matcher.end("word"),
                        clause(passage.text(), matcher.start()));
                (title ? titles : others).add(named);
            }
        }
        broken(titles, all).ifPresent(titles::add);
        for (Named title : titles) {
            Optional<Named> wrong = odd(title, titles, others);
            if (wrong.isPresent()) {
                tell(wrong.get(), title, ledger);
                return;
            }
        }
    }

    /** 基本公共卫生服务补助资金 and, on the next line of the title, 2023年度绩效自评报告: the year is that of the name before it. */
    private static Optional<Named> broken(List<Named> titles, List<Passage> passages) {
        if (titles.size() != 1 || titles.get(0).passage().order() == 0) {
            return Optional.empty();
        }
        Named year = titles.get(0);
        int at = passages.indexOf(year.passage());
        String before = at < 1 ? "" : passages.get(at - 1).text();
        Matcher name = BEFORE_YEAR.in(before);
        return year.start() == 0 && name.matches()
                ? Optional.of(new Named(
                        year.year(), name.group("name"), year.passage(), year.start(), year.wordEnd(), year.clause()))
                : Optional.empty();
    }

    /** The one place of the text that has the title's words with another year, which no title has. */
    private static Optional<Named> odd(Named title, List<Named> titles, List<Named> others) {
        List<Named> same = others.stream()
                .filter(other -> isSame(title.what(), other.what()))
                .toList();
        List<Named> odd = same.stream()
                .filter(other -> titles.stream()
                        .noneMatch(one -> one.year() == other.year() && isSame(one.what(), other.what())))
                .toList();
        return odd.size() == 1
                        && Math.abs(odd.get(0).year() - title.year()) <= 2
                        && (same.size() > 1
                                || odd.get(0).passage().text().length() <= HEADING
                                || odd.get(0).passage().order() <= FIRST)
                        && !OTHER.isIn(odd.get(0).clause() + odd.get(0).what())
                        && !isInTitle(odd.get(0))
                ? Optional.of(odd.get(0))
                : Optional.empty();
    }

    private static boolean isSame(String title, String what) {
        if (OF_ANY_YEAR.isIn(what) && !what.startsWith("部门整体支出")) {
            return false;
        }
        int common = common(title, what);
        int inside = title.length() < SAME ? -1 : what.indexOf(title.substring(0, SAME));
        return common >= SAME || (inside > 0 && inside <= PLACE) || (common >= SHORT && common == what.length());
    }

    private static int common(String one, String two) {
        int common = 0;
        while (common < Math.min(one.length(), two.length()) && one.charAt(common) == two.charAt(common)) {
            common++;
        }
        return common;
    }

    private static boolean isInTitle(Named named) {
        String before = named.passage().text().substring(0, named.start());
        return before.lastIndexOf('《') > before.lastIndexOf('》');
    }

    private static String clause(String text, int start) {
        int from = start;
        while (from > 0 && "，。；：！？".indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        return text.substring(from, start);
    }

    private static void tell(Named wrong, Named title, Ledger ledger) {
        String text = wrong.passage().text();
        String stated = text.substring(wrong.start(), wrong.wordEnd());
        String right = title.year() + stated.substring(4);
        Spot spot = title.passage().spot(title.start(), title.wordEnd());
        int common = common(title.what(), wrong.what());
        int end = common < SHORT ? wrong.wordEnd() : wrong.wordEnd() + common;
        boolean already = ledger.findsInLine(Kind.YEAR, wrong.passage().spot(wrong.start(), end));
        if (already) {
            return;
        }
        Problem problem =
                Problem.of("year-differs", Place.NONE, "stated", stated, "expected", right, "line", spot.line());
        ledger.find(Finding.of(
                Kind.YEAR,
                text.substring(wrong.start(), end),
                Optional.of(right + text.substring(wrong.wordEnd(), end)),
                problem,
                wrong.passage().spot(wrong.start(), end),
                List.of(spot)));
    }
}
