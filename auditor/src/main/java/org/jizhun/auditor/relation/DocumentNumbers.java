package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Document numbers: one that has the digits of another exchanged and names no title of its own (湘财绩〔2023〕14号 of a notice, later
 * 按照湘财绩〔2023〕41号文件); one title with two numbers; a year in the brackets that lies after everything the text speaks of.
 */
final class DocumentNumbers {

    private static final Sought NUMBER = Sought.of(
            Pattern.compile(
                    "(?<office>[\\u4e00-\\u9fa5]{2,10}?)?[〔\\[［（](?<year>20\\d{2})[〕\\]］）](?<number>\\d{1,4})号"),
            "号",
            "〔[［（");
    private static final Sought TITLED = Sought.of(
            Pattern.compile("《(?<title>[^《》]{6,80})》（(?<own>[^（）《》]{2,12}[〔\\[［]20\\d{2}[〕\\]］]\\d{1,4}号)"), "号", "《");
    private static final Sought YEAR = Sought.of("(?<![\\d〔\\[［])(20\\d{2})(?=年|[-/.]\\d)");
    private static final int OFFICE = 6;
    private static final int FAR = 2;

    /** @param titled whether a title stands right before it */
    private record Cited(Passage passage, int start, int end, String office, int year, String number, boolean titled) {

        /** 禾财绩 and not 间按照禾财绩: as much of the words before as the other's office has. */
        Cited withOfficeOf(Cited other) {
            int more = Math.max(0, office.length() - other.office.length());
            return new Cited(passage, start + more, end, office.substring(more), year, number, titled);
        }

        String text() {
            return passage.text().substring(start, end);
        }
    }

    private DocumentNumbers() {}

    static void examine(Claims claims, Ledger ledger) {
        List<Cited> cited = new ArrayList<>();
        int latest = 0;
        for (Passage passage : claims.passages()) {
            Matcher matcher = NUMBER.in(passage);
            while (matcher.find()) {
                cited.add(cited(passage, matcher));
            }
            Matcher year = YEAR.in(passage.text());
            while (year.find()) {
                latest = Math.max(latest, Integer.parseInt(year.group(1)));
            }
        }
        exchanged(cited, ledger);
        sameTitle(claims, ledger);
        ahead(cited, latest, ledger);
    }

    private static Cited cited(Passage passage, Matcher matcher) {
        String office = matcher.group("office") == null ? "" : matcher.group("office");
        String end = office.substring(Math.max(0, office.length() - OFFICE));
        int start = matcher.end("office") < 0 ? matcher.start() : matcher.end("office") - end.length();
        int from = matcher.start("year") - 1 - office.length();
        boolean titled = passage.text()
                .substring(Math.max(0, from - 3), Math.max(0, from))
                .contains("》");
        return new Cited(
                passage,
                start,
                matcher.end(),
                end,
                Integer.parseInt(matcher.group("year")),
                matcher.group("number"),
                titled);
    }

    private static void exchanged(List<Cited> cited, Ledger ledger) {
        Map<String, Integer> times = new HashMap<>();
        cited.forEach(one -> times.merge(one.year() + "/" + one.number(), 1, Integer::sum));
        Set<String> told = new HashSet<>();
        for (Cited one : cited) {
            for (Cited two : cited) {
                boolean twins = !one.titled()
                        && one.year() == two.year()
                        && isExchange(one.number(), two.number())
                        && isSameOffice(one.office(), two.office());
                int own = times.getOrDefault(one.year() + "/" + one.number(), 0);
                int others = times.getOrDefault(two.year() + "/" + two.number(), 0);
                boolean odd = own == 1 && (two.titled() || others > 1);
                if (twins && odd && told.add(one.number())) {
                    tell(one.withOfficeOf(two), two, ledger);
                }
            }
        }
    }

    private static boolean isExchange(String one, String two) {
        return one.length() == two.length()
                && one.length() > 1
                && !one.equals(two)
                && one.chars()
                        .sorted()
                        .boxed()
                        .toList()
                        .equals(two.chars().sorted().boxed().toList());
    }

    /** 按照湘财绩 and 湘财绩: the last two characters at least, all of the shorter. */
    private static boolean isSameOffice(String one, String two) {
        int least = Math.min(3, Math.min(one.length(), two.length()));
        return least >= 2 && one.substring(one.length() - least).equals(two.substring(two.length() - least));
    }

    /** 《…的通知》（甲〔2023〕5号） and, further on, 《…的通知》（甲〔2023〕8号）. */
    private static void sameTitle(Claims claims, Ledger ledger) {
        Map<String, Cited> first = new LinkedHashMap<>();
        for (Passage passage : claims.passages()) {
            Matcher matcher = TITLED.in(passage);
            while (matcher.find()) {
                Cited own = new Cited(passage, matcher.start("own"), matcher.end("own"), "", 0, "", true);
                Cited earlier = first.putIfAbsent(matcher.group("title"), own);
                if (earlier != null && !plain(earlier.text()).equals(plain(own.text()))) {
                    tell(own, earlier, ledger);
                }
            }
        }
    }

    private static String plain(String number) {
        return Sought.kept("[〔\\[［]").replaceAll(number, "〔").replaceAll("[〕\\]］]", "〕");
    }

    /** 〔2042〕58号 in a text that speaks of no later year than 2024. */
    private static void ahead(List<Cited> cited, int latest, Ledger ledger) {
        for (Cited one : cited) {
            long alike =
                    cited.stream().filter(other -> other.year() == one.year()).count();
            if (latest > 0 && alike == 1 && one.year() > latest + FAR) {
                int start = one.text().indexOf(String.valueOf(one.year())) - 1;
                String stated = one.text().substring(start);
                Problem problem = Problem.of("document-year-ahead", Place.NONE, "stated", one.text());
                ledger.find(Finding.of(
                        Kind.NAME,
                        stated,
                        Optional.empty(),
                        problem,
                        one.passage().spot(one.start() + start, one.end()),
                        List.of()));
            }
        }
    }

    private static void tell(Cited wrong, Cited right, Ledger ledger) {
        Problem problem = Problem.of(
                "document-number-differs",
                Place.NONE,
                "stated",
                wrong.text(),
                "expected",
                right.text(),
                "line",
                right.passage().spot(right.start(), right.end()).line());
        ledger.find(Finding.of(
                Kind.NAME,
                wrong.text(),
                Optional.of(right.text()),
                problem,
                wrong.passage().spot(wrong.start(), wrong.end()),
                List.of(right.passage().spot(right.start(), right.end()))));
    }
}
