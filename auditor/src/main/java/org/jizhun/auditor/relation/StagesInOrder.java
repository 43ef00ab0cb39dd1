package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * The stages of one project with their days or months, told in one sentence or line by line below each other: 2020年8月启动，2021年1月完成主体施工，2020年4月组织竣工验收.
 * The one that stands in no order to most others is told; each stage must be told once only, so that one thing is spoken of.
 */
final class StagesInOrder {

    /** 2020年8月, no day behind it. */
    private static final Sought MONTH =
            Sought.of("(?<year>20\\d{2})年(?<month>1[0-2]|0?[1-9])月(?!\\d{1,2}[日号])(?:份|底|末|初)?");
    /** 4月已完成施工招标, of the year told before. */
    private static final Sought BARE_MONTH =
            Sought.of("(?<![年\\d.至到—-])(?<month>1[0-2]|[1-9])月(?![\\d至到—-])(?:份|底|末|初)?");

    private static final Sought YEAR = Sought.of("(?<year>20\\d{2})年");
    /** What was planned, or lies between two days, is no step that was done. */
    private static final Sought NOT_DONE = Sought.of("计划|预计|拟|应|约定|要求|原定|到期|有效期|截[至止]");

    /** 设备于8月10日通过到货验收: of a part, or of what is brought. */
    private static final Sought OF_A_PART =
            Sought.of("设备(?!采购)|材料|标段|部分|[首分各]批|阶段|分部|分项|单项|单位工程|隐蔽|中间|初验|初步验收|预验收|尾工|附属|样[机品]");

    private static final Sought SPAN = Sought.of("^(?:至|到|-|—|–|~|～|－)|^(?:之?前|以前|底前)");
    private static final Sought SPAN_BEFORE = Sought.of("(?:至|到|-|—|–|~|～|－)$");
    /** The report tells of the disorder itself, or of more than one thing. */
    private static final Sought TOLD = Sought.of(
            "先[^后]{0,12}后|倒置|补签|补办|违规|违反|未批先|早于|先于|重新|二次|再次|变更|续建|追溯|补充|第[二三四]|二期|分别|另[一外有]|其他|其余|上一|原合同|问题|不规范|未按|不合规|逆程序");

    private static final String MARKS = "，。；！？、";
    private static final int LINE = 60;

    /** @param month whether only its month is told */
    private record Step(Passage passage, int start, int end, LocalDate date, boolean month, Stage stage) {

        boolean isBefore(Step other) {
            return (month || other.month)
                    ? YearMonth.from(date).isBefore(YearMonth.from(other.date))
                    : date.isBefore(other.date);
        }

        String text() {
            return passage.text().substring(start, end);
        }

        Spot spot() {
            return passage.spot(start, end);
        }
    }

    private StagesInOrder() {}

    static void examine(Claims claims, Ledger ledger) {
        List<Step> block = new ArrayList<>();
        for (Passage passage : claims.passages()) {
            List<Step> steps = passage.text().indexOf('月') < 0 && passage.text().indexOf('-') < 0
                    ? List.of()
                    : steps(claims, passage);
            sentences(passage, steps, ledger);
            if (!steps.isEmpty() && passage.text().length() <= LINE * steps.size() && isLabelled(passage)) {
                block.addAll(steps);
            } else {
                judge(block, ledger);
                block.clear();
            }
        }
        judge(block, ledger);
    }

    /** 开工日期：2021年2月21日。 */
    private static boolean isLabelled(Passage passage) {
        int colon = passage.text().indexOf('：');
        return colon > 0 && colon <= 14;
    }

    private static void sentences(Passage passage, List<Step> steps, Ledger ledger) {
        int from = 0;
        while (from < steps.size()) {
            int to = from + 1;
            while (to < steps.size()
                    && passage.text()
                                    .substring(
                                            steps.get(to - 1).end(),
                                            steps.get(to).start())
                                    .indexOf('。')
                            < 0) {
                to++;
            }
            int first = steps.get(from).start();
            int begin = passage.text().lastIndexOf('。', first) + 1;
            int stop = passage.text().indexOf('。', steps.get(to - 1).end());
            String sentence =
                    passage.text().substring(begin, stop < 0 ? passage.text().length() : stop);
            if (!TOLD.isIn(sentence)) {
                judge(steps.subList(from, to), ledger);
            }
            from = to;
        }
    }

    private static List<Step> steps(Claims claims, Passage passage) {
        String text = passage.text();
        List<Step> steps = new ArrayList<>();
        for (Day day : DaysOfText.of(claims).of(passage)) {
            step(passage, day.start(), day.end(), day.date(), false).ifPresent(steps::add);
        }
        Matcher month = MONTH.in(text);
        while (month.find()) {
            LocalDate first = YearMonth.of(
                            Integer.parseInt(month.group("year")), Integer.parseInt(month.group("month")))
                    .atDay(1);
            step(passage, month.start(), month.end(), first, true).ifPresent(steps::add);
        }
        Matcher bare = BARE_MONTH.in(text);
        while (bare.find()) {
            yearBefore(text, bare.start())
                    .ifPresent(year -> step(
                                    passage,
                                    bare.start(),
                                    bare.end(),
                                    LocalDate.of(year, Integer.parseInt(bare.group("month")), 1),
                                    true)
                            .ifPresent(steps::add));
        }
        steps.sort(Comparator.comparingInt(Step::start));
        return steps;
    }

    /** 2023年10月开工，4月完成招标: the year named before in the sentence. */
    private static Optional<Integer> yearBefore(String text, int start) {
        Matcher year = YEAR.in(text.substring(text.lastIndexOf('。', start) + 1, start));
        Optional<Integer> last = Optional.empty();
        while (year.find()) {
            last = Optional.of(Integer.parseInt(year.group("year")));
        }
        return last;
    }

    private static Optional<Step> step(Passage passage, int start, int end, LocalDate date, boolean month) {
        String text = passage.text();
        int from = start;
        while (from > 0
                && MARKS.indexOf(text.charAt(from - 1)) < 0
                && !(Character.isDigit(text.charAt(from - 1)) && start - from > 0)) {
            from--;
        }
        int to = end;
        while (to < text.length() && MARKS.indexOf(text.charAt(to)) < 0 && !Character.isDigit(text.charAt(to))) {
            to++;
        }
        String before = text.substring(from, start);
        String after = text.substring(end, to);
        boolean done = !OF_A_PART.isIn(before + after)
                && !NOT_DONE.isIn(before)
                && !SPAN.isIn(after)
                && !SPAN_BEFORE.isIn(before);
        return done
                ? Stage.in(after)
                        .or(() -> Stage.in(before))
                        .map(stage -> new Step(passage, start, end, date, month, stage))
                : Optional.empty();
    }

    private static void judge(List<Step> steps, Ledger ledger) {
        Set<Stage> seen = EnumSet.noneOf(Stage.class);
        if (steps.size() < 2 || !steps.stream().allMatch(step -> seen.add(step.stage()))) {
            return;
        }
        Step odd = null;
        Step first = null;
        int most = 0;
        int all = 0;
        for (Step step : steps) {
            int own = 0;
            Step against = null;
            for (Step other : steps) {
                boolean reversed = (step.stage().comesBefore(other.stage()) && other.isBefore(step))
                        || (other.stage().comesBefore(step.stage()) && step.isBefore(other));
                own += reversed ? 1 : 0;
                against = reversed ? other : against;
            }
            all += own;
            // of two that are against each other, the one that is told of the very month of a later stage
            boolean sooner = own == most && odd != null && sharesMonth(odd, steps) && !sharesMonth(step, steps);
            if (own > 0 && own >= most && !sooner) {
                most = own;
                odd = step;
                first = against;
            }
        }
        if (odd != null && first != null && all == 2 * most && isSure(steps, most)) {
            Step wrong = odd;
            Step right = first;
            boolean told = steps.stream().anyMatch(step -> ledger.findsAt(step.spot()));
            if (!told) {
                Problem problem = Problem.of("date-before", Place.NONE, "stated", wrong.text(), "first", right.text());
                Dates.tell(problem, wrong.text(), wrong.spot(), List.of(right.spot()), ledger);
            }
        }
    }

    private static boolean sharesMonth(Step step, List<Step> steps) {
        return step.month()
                && steps.stream()
                        .anyMatch(other -> step.stage().comesBefore(other.stage())
                                && YearMonth.from(step.date()).equals(YearMonth.from(other.date())));
    }

    /** Two steps alone are easily of two things, unless both are told with day and year; a third that fits shows that one is told of. */
    private static boolean isSure(List<Step> steps, int against) {
        return steps.size() > 2
                || against > 1
                || steps.stream().allMatch(step -> !step.month() && step.text().startsWith("20"));
    }
}
