package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * The figures of several years and the changes from year to year told after them: 2022年至2024年预算分别为2400万元、2880万元和3400万元，2024年较上年增长
 * 18.06%; 2023年支出1.42亿元，2024年支出1.13亿元；2024年支出较上年下降20.4%. The rate and its direction are held against the two years' figures.
 */
final class YearSeries implements Relation {

    private static final Sought SPAN =
            Sought.of("(?<from>20\\d{2})年?[-—～~至](?<to>20\\d{2})年(?<words>[^。；\\d]{0,24}?)分别[^，。；、\\d]{0,6}$");
    private static final Sought OF_YEAR = Sought.of("(?<year>20\\d{2})年度?(?<words>[^，。；\\d]{0,12})$");
    private static final Sought CHANGE = Sought.of(
            "(?<year>20\\d{2})年度?(?<words>[^，。；\\d]{0,8})(?:较|比)(?:上年|上一年|前一年|去年|(?<last>20\\d{2})年)[^，。；\\d]{0,8}?(?<way>增长|增加|上升|提高|下降|减少|降低|下滑)(?:了|约)?$");
    private static final Sought UP = Sought.of("增长|增加|上升|提高");
    private static final Sought NO_AMOUNT = Sought.of("增长|增加|上升|提高|下降|减少|降低|较|比|均|末|底|初");

    @Override
    public String name() {
        return "year-series";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            if (passage.text().contains("较") || passage.text().contains("比")) {
                passage(claims.mentions(passage), passage, ledger);
            }
        }
    }

    private static void passage(List<Mention> mentions, Passage passage, Ledger ledger) {
        Map<Integer, Figure> series = series(mentions, passage.text());
        for (Mention rate : mentions) {
            String before = passage.text().substring(0, rate.figure().start());
            Matcher change = CHANGE.in(before.substring(Math.max(0, before.length() - 48)));
            if (rate.figure().kind() != Figure.Kind.PERCENT || !change.find() || ledger.judged(rate.figure())) {
                continue;
            }
            int year = Integer.parseInt(change.group("year"));
            int last = change.group("last") == null ? year - 1 : Integer.parseInt(change.group("last"));
            Figure now = series.get(year);
            Figure then = series.get(last);
            if (now != null && then != null && !then.value().isZero()) {
                judge(rate, change.group("way"), now, then, ledger);
            }
        }
    }

    /** One figure a year; a year with several is left out. */
    private static Map<Integer, Figure> series(List<Mention> mentions, String text) {
        Map<Integer, Figure> series = new HashMap<>();
        Set<Integer> several = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            if (!mention.isMeasured()) {
                continue;
            }
            String before = text.substring(0, mention.figure().start());
            Matcher span = SPAN.in(before.substring(Math.max(0, before.length() - 48)));
            Matcher own = OF_YEAR.in(mention.before());
            if (span.find()) {
                List<Figure> row = row(mentions, i);
                int from = Integer.parseInt(span.group("from"));
                boolean whole = row.size() == Integer.parseInt(span.group("to")) - from + 1;
                for (int k = 0; whole && k < row.size(); k++) {
                    put(from + k, row.get(k), series, several);
                }
            } else if (own.find() && !NO_AMOUNT.isIn(own.group("words"))) {
                put(Integer.parseInt(own.group("year")), mention.figure(), series, several);
            }
        }
        series.keySet().removeAll(several);
        return series;
    }

    private static void put(int year, Figure figure, Map<Integer, Figure> series, Set<Integer> several) {
        if (series.putIfAbsent(year, figure) != null) {
            several.add(year);
        }
    }

    /** The figures of one kind that follow each other with 、 和 及 between them. */
    private static List<Figure> row(List<Mention> mentions, int first) {
        List<Figure> row = new ArrayList<>(List.of(mentions.get(first).figure()));
        for (int i = first + 1; i < mentions.size(); i++) {
            boolean next = mentions.get(i).isLike(mentions.get(first))
                    && Sought.kept("[、和及与]").is(mentions.get(i).before());
            if (!next) {
                break;
            }
            row.add(mentions.get(i).figure());
        }
        return row;
    }

    private static void judge(Mention rate, String way, Figure now, Figure then, Ledger ledger) {
        boolean told = UP.is(way);
        boolean rose = now.value().compareTo(then.value()) > 0;
        Figure more = rose ? now : then;
        Figure less = rose ? then : now;
        Equation equation = new Equation(rate.figure(), Side.of(more).minus(less), Side.of(then));
        if (told != rose && Near.tight(equation)) {
            direction(rate, way, rose ? "增长" : "下降", now, then, ledger);
            return;
        }
        boolean near = Near.within(equation, 60)
                || equation.expected()
                        .filter(right -> NearMisses.isSlip(rate.figure(), right))
                        .isPresent();
        if (told == rose && (near || equation.judge() != Verdict.DIFFERS)) {
            String formula = "(" + more.text() + " - " + less.text() + ") ÷ " + then.text();
            ledger.check(new Check(Kind.YOY, "growth-differs", "", formula, equation));
        }
    }

    private static void direction(Mention rate, String way, String right, Figure now, Figure then, Ledger ledger) {
        boolean told = ledger.findings().stream()
                .anyMatch(finding -> finding.kind() == Kind.DIRECTION
                        && finding.because().containsAll(List.of(now.spot(), then.spot())));
        if (told) {
            return;
        }
        Figure figure = rate.figure();
        int start = figure.passage().text().lastIndexOf(way, figure.start());
        ledger.find(WrongWord.changed(way, right, figure.passage().spot(start, figure.end()), now, then));
    }
}
