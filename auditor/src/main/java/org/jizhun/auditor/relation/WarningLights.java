package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.quantity.Exact;

/**
 * Green, yellow and red by the rule that the text states, against the rate of the row: 达到序时进度的为绿灯，差距在15个百分点以内的为黄灯，其余为红灯, or
 * 90%及以上为绿灯，80%至90%为黄灯，低于80%为红灯. What 序时进度 is, the text or the months of the title say.
 */
final class WarningLights implements Relation {

    private static final Sought CELL = Sought.of("(?<light>[绿黄红])(?:色)?(?:灯|牌|色预警|预警|标)?");
    private static final Sought CLAUSE = Sought.of("(?<words>[^；。]*?)(?:为|是|亮|的)“?(?<light>[绿黄红])(?:灯|牌|色)");
    /** 15个百分点, 5至15个百分点, 10（含）至20个百分点: the further end. */
    private static final Sought POINTS = Sought.of(
            "(?:\\d{1,2}(?:\\.\\d+)?(?:个百分点)?(?:（含）)?(?:至|到|-|—|~|～))?(?<value>\\d{1,2}(?:\\.\\d+)?)(?:（含）)?个百分点");

    private static final Sought PERCENT = Sought.of("(?<value>\\d{1,3}(?:\\.\\d+)?)%");
    /** 按时序进度58.33%衡量: what is told of the norm is no bound. */
    private static final Sought NORM = Sought.of("(?:序时|时序|时间)进度[^，。；\\d]{0,3}\\d{1,3}(?:\\.\\d+)?%(?:（[^）]*）)?");

    private static final List<String> NAMES = List.of("green", "yellow", "red");
    private static final String NUMERAL = "(?:灯|牌|预警)?(?:的?有|为|的?项目)?(?:有|为)?";
    private static final Sought COUNTED = Sought.of(
            Pattern.compile("绿色?" + NUMERAL + "(?<green>\\d{1,2})[个项]、?，?黄色?" + NUMERAL
                    + "(?<yellow>\\d{1,2})[个项][、，和]?红色?" + NUMERAL + "(?<red>\\d{1,2})[个项]"),
            "绿",
            "红");
    private static final String LIGHTS = "绿黄红";

    /**
     * From where on a rate is green, and from where on yellow.
     *
     * @param edges rates of which the words leave open what they are (不足10个百分点, 5至15个百分点)
     */
    private record Rule(Exact green, Exact yellow, List<Exact> edges, Spot spot) {

        int rank(Exact rate) {
            return rate.compareTo(green) >= 0 ? 0 : rate.compareTo(yellow) >= 0 ? 1 : 2;
        }
    }

    @Override
    public String name() {
        return "warning-lights";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Optional<Rule> rule = claims.passages().stream()
                .filter(passage -> passage.text().indexOf('绿') >= 0
                        && passage.text().indexOf('黄') >= 0
                        && passage.text().indexOf('红') >= 0)
                .flatMap(passage -> rule(claims, passage).stream())
                .findFirst();
        rule.ifPresent(stated -> claims.tables().forEach(table -> {
            int[] lit = table(table, stated, ledger);
            if (lit[0] + lit[1] + lit[2] > 2) {
                claims.passages().forEach(passage -> counted(passage, lit, ledger));
            }
        }));
    }

    /** 绿色4个、黄色2个、红色1个: how many rows the rule makes each; told where one alone of the three is another. */
    private static void counted(Passage passage, int[] lit, Ledger ledger) {
        Matcher said = COUNTED.in(passage);
        while (said.find()) {
            int wrong = -1;
            int differing = 0;
            for (int light = 0; light < LIGHTS.length(); light++) {
                if (Numerals.count(said.group(NAMES.get(light))) != lit[light]) {
                    wrong = light;
                    differing++;
                }
            }
            if (differing == 1) {
                String name = NAMES.get(wrong);
                Spot where = passage.spot(said.start(name), said.end(name) + 1);
                String stated = passage.text().substring(said.start(name), said.end(name) + 1);
                String right = CountedNames.print(lit[wrong], stated.substring(stated.length() - 1), stated);
                ledger.find(WrongCount.finding(
                        Kind.COUNT, stated, Optional.of(right), lit[wrong], where, List.of(passage.spot())));
            }
        }
    }

    private static Optional<Rule> rule(Claims claims, Passage passage) {
        Exact[] points = new Exact[3];
        Exact[] percents = new Exact[3];
        boolean[] ofNorm = new boolean[3];
        Matcher clause = CLAUSE.in(passage);
        while (clause.find()) {
            int light = LIGHTS.indexOf(clause.group("light"));
            String words = NORM.replaceAll(clause.group("words"), "进度");
            Matcher point = POINTS.in(words);
            Matcher percent = PERCENT.in(words);
            if (points[light] != null || percents[light] != null || ofNorm[light]) {
                continue;
            }
            ofNorm[light] = words.contains("进度");
            if (point.find()) {
                points[light] = Exact.parse(point.group("value"));
            } else if (percent.find()) {
                percents[light] = Exact.parse(percent.group("value"));
            }
        }
        Spot spot = passage.spot();
        if (ofNorm[0] && points[0] == null && percents[0] == null && points[1] != null) {
            Exact gap = points[1];
            return ElapsedShare.toldOrOfTitle(claims).map(norm -> new Rule(norm, norm.minus(gap), List.of(), spot));
        }
        Exact far = points[2] != null ? points[2] : points[1];
        if (ofNorm[0] && points[0] != null && far != null && points[0].compareTo(far) < 0) {
            Exact near = points[0];
            return ElapsedShare.toldOrOfTitle(claims).map(norm -> {
                List<Exact> edges = List.of(norm.minus(near), norm.minus(far));
                return new Rule(edges.get(0), edges.get(1), edges, spot);
            });
        }
        boolean absolute = percents[0] != null && percents[1] != null && percents[0].compareTo(percents[1]) != 0;
        return absolute
                ? Optional.of(new Rule(percents[0].max(percents[1]), least(percents), List.of(), spot))
                : Optional.empty();
    }

    private static Exact least(Exact[] percents) {
        return percents[0].compareTo(percents[1]) < 0 ? percents[0] : percents[1];
    }

    /** How many rows the rule makes green, yellow and red; none where the table has no lights. */
    private static int[] table(Table table, Rule rule, Ledger ledger) {
        int[] lit = new int[LIGHTS.length()];
        List<Table.Column> rates = RowsCounted.columns(table, "执行率");
        if (rates.size() != 1) {
            return lit;
        }
        List<Runnable> told = new ArrayList<>();
        int right = 0;
        boolean open = false;
        for (Table.Row row : table.rows()) {
            Optional<Figure> rate = row.figures().get(rates.get(0).index());
            Optional<Passage> cell =
                    row.cells().stream().filter(one -> CELL.is(one.text())).findFirst();
            boolean edge = rate.filter(figure -> rule.edges().contains(figure.printed()))
                    .isPresent();
            if (rate.isEmpty() || cell.isEmpty()) {
                continue;
            }
            Matcher light = CELL.in(cell.get().text());
            int rank = rule.rank(rate.get().printed());
            lit[rank]++;
            if (edge || ledger.fails(rate.get())) {
                // which light is right is open, unless the rate as printed has the one it should
                open |= !light.matches() || LIGHTS.indexOf(light.group("light")) != rank;
                continue;
            }
            if (light.matches() && LIGHTS.indexOf(light.group("light")) == rank) {
                right++;
            } else {
                told.add(() -> tell(cell.get(), rate.get(), rank, rule, ledger));
            }
        }
        if (told.size() * 2 > right) {
            return new int[LIGHTS.length()];
        }
        told.forEach(Runnable::run);
        return open ? new int[LIGHTS.length()] : lit;
    }

    private static void tell(Passage cell, Figure rate, int rank, Rule rule, Ledger ledger) {
        String stated = cell.text();
        String expected = LIGHTS.charAt(rank) + stated.substring(1);
        Problem problem =
                Problem.of("light-differs", Place.NONE, "stated", stated, "expected", expected, "rate", rate.text());
        ledger.find(Finding.of(
                Kind.RULE, stated, Optional.of(expected), problem, cell.spot(), List.of(rate.spot(), rule.spot())));
    }
}
