package org.jizhun.auditor.relation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Day;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Problem;

/**
 * A length of time, the day something began and the day it ends, told apart from each other in one sentence: 于2022年6月17日发行，期限15年，
 * …到期日为2037年6月17日; 工期30个月，于9月1日开工，计划竣工日期为…; 开工，计划…完工，建设期24个月. Only ends that miss by whole months are told.
 */
final class TermEnds {

    /** 均为15年: one length for all that are told. */
    private static final Sought EACH = Sought.of("均|都|各");

    private static final Sought BEGINS_BEFORE =
            Sought.of("(?:自|从|(?:发行|起息|计息|开工|签订|签署|生效|开始|起始|起租|启动|进场|上线|验收|交付)(?:日期|时间|日)?(?:为|是|：|于|在)?)$");
    private static final Sought BEGINS = Sought.of(
            "^）?[^，。；、（）\\d]{0,8}?(?:发行(?!期)|起(?!草)|开工|动工|签订|签署|生效|开始|进场|启动|起息|计息|起租|投入使用|验收(?!后)|聘任|任职|上任|上线|进入|投产|正式运行|交付使用|发放|放款|借入|投保|出租|承租)");
    private static final Sought ENDS_BEFORE = Sought.of(
            "(?:到期|届满|期满|截止|截至|终止|止租|兑付|(?<plan>(?:计划|预计|约定|拟|应|要求|原定)?(?:于|在)?)(?:竣工|完工|交付|建成|完成))(?:日期|时间|日)?(?:应?为|是|：|于|在)$|(?:有效期|期限|试行期|合同期|服务期|租期|任期|质保期|管护期)限?(?:暂定)?至$");
    private static final Sought ENDS = Sought.of("^(?:日|前|底前)?(?:止|到期|届满|期满|终止|截止|兑付|还本|结束|(?<work>竣工|完工|建成|完成|交付))");
    private static final Sought TO = Sought.of("^(?:起|开始)?(?:，)?(?:至|到|-|—|~|～|直至)+$");
    private static final Sought PLANNED = Sought.of("计划|预计|约定|拟|应|要求|原定|合同");
    private static final Sought DONE = Sought.of("实际|已经?于|最终|如期|按期|提前|顺利");
    private static final Sought MOVED = Sought.of("延后|延期|延长|推迟|提前|滞后|顺延|暂停|停工|展期|续签|续约|续租|宽限|含建设|不含");

    /** 首期2024年1月1日至…: a part of the term. */
    private static final Sought OF_A_PART = Sought.of("首[期年批]|第[一二三四五\\d][年阶]|本[期年]|其中|前期|(?<!第)一期");

    private static final String STOPS = "。；";

    private TermEnds() {}

    static void examine(Claims claims, Passage passage, Ledger ledger) {
        String text = passage.text();
        List<ToldTerm> all = ToldTerm.of(text);
        if (all.isEmpty()) {
            return;
        }
        List<Moment> moments = Moment.of(passage);
        int from = 0;
        while (from < text.length() && moments.size() > 1) {
            int to = from;
            while (to < text.length() && STOPS.indexOf(text.charAt(to)) < 0) {
                to++;
            }
            sentence(claims, passage, all, moments, from, to, ledger);
            from = to + 1;
        }
    }

    private static void sentence(
            Claims claims, Passage passage, List<ToldTerm> all, List<Moment> moments, int from, int to, Ledger ledger) {
        String text = passage.text();
        List<ToldTerm> own = all.stream()
                .filter(length -> length.start() >= from && length.end() <= to)
                .toList();
        if (own.isEmpty()) {
            int sentence = text.lastIndexOf('。', Math.max(0, from - 1));
            own = all.stream()
                    .filter(each -> each.start() > sentence && each.start() < from && isOfEach(text, each))
                    .toList();
            own = own.isEmpty() ? ofSentenceBefore(text, all, from, to) : own;
        }
        List<Moment> told = moments.stream()
                .filter(moment -> moment.start() >= from && moment.end() <= to)
                .toList();
        if (own.size() != 1 || told.size() < 2 || MOVED.isIn(text.substring(from, to))) {
            return;
        }
        List<Moment> ends =
                told.stream().filter(moment -> ends(text, told, moment)).toList();
        List<Moment> begins = told.stream()
                .filter(moment -> !ends.contains(moment) && begins(text, told, moment))
                .toList();
        if (ends.size() == 1 && begins.size() == 1) {
            judge(claims, passage, own.get(0), begins.get(0), ends.get(0), ledger);
        }
    }

    /** 合同约定质保期为三年。第1包于2023年10月20日验收合格，质保期至2026年10月19日: the sentence before says how long what is called so lasts. */
    private static List<ToldTerm> ofSentenceBefore(String text, List<ToldTerm> all, int from, int to) {
        if (from < 2) {
            return List.of();
        }
        int before = Math.max(text.lastIndexOf('。', from - 2), text.lastIndexOf('；', from - 2));
        int earlier = before < 1 ? -1 : Math.max(text.lastIndexOf('。', before - 1), text.lastIndexOf('；', before - 1));
        return all.stream()
                .filter(each -> each.start() > earlier
                        && each.end() < from
                        && each.what().endsWith("期"))
                .filter(each -> text.substring(from, to).contains(each.what() + "至"))
                .toList();
    }

    private static boolean isOfEach(String text, ToldTerm length) {
        return EACH.isIn(text.substring(Math.max(0, length.start() - 4), length.start()));
    }

    private static boolean begins(String text, List<Moment> told, Moment moment) {
        int next = told.indexOf(moment) + 1;
        if (OF_A_PART.isIn(moment.before())) {
            return false;
        }
        boolean span = next < told.size()
                && TO.is(text.substring(moment.end(), told.get(next).start()));
        return span || BEGINS_BEFORE.isIn(moment.before()) || BEGINS.isIn(moment.after());
    }

    /** Of work only the day by which it was to be done. */
    private static boolean ends(String text, List<Moment> told, Moment moment) {
        int at = told.indexOf(moment);
        boolean span = at > 0 && TO.is(text.substring(told.get(at - 1).end(), moment.start()));
        Matcher after = ENDS.in(moment.after());
        Matcher before = ENDS_BEFORE.in(moment.before());
        boolean behind = after.find();
        boolean ahead = before.find();
        boolean work = (behind && after.group("work") != null) || (ahead && before.group("plan") != null);
        String around = moment.before() + moment.after();
        return span || ((behind || ahead) && (!work || (PLANNED.isIn(around) && !DONE.isIn(around))));
    }

    private static void judge(
            Claims claims, Passage passage, ToldTerm length, Moment begin, Moment end, Ledger ledger) {
        if (!end.date().isAfter(begin.date())) {
            return;
        }
        boolean months = begin.month() || end.month();
        LocalDate right = begin.date().plusMonths(length.months());
        int apart = months
                ? Math.toIntExact(ChronoUnit.MONTHS.between(YearMonth.from(begin.date()), YearMonth.from(end.date())))
                : nearest(begin.date(), end.date());
        boolean whole = months || Math.abs(ChronoUnit.DAYS.between(begin.date().plusMonths(apart), end.date())) <= 1;
        boolean fits = months
                ? apart == length.months() || apart + 1 == length.months()
                : Math.abs(ChronoUnit.DAYS.between(right, end.date())) <= 2;
        boolean years = !length.years() || apart % 12 == 0 || (months && (apart + 1) % 12 == 0);
        if (fits || !whole || !years) {
            return;
        }
        int count = months && length.years() && (apart + 1) % 12 == 0 ? apart + 1 : apart;
        String spoken = Terms.printed(length.printed(), length.years() ? count / 12 : count)
                + length.text().substring(length.printed().length());
        boolean lengthLast = length.start() > end.start() && length.start() > begin.start();
        boolean endWrong = endElsewhere(claims, right, end);
        boolean lengthWrong = !endWrong
                && (lengthLast
                        ? !length.isToldAgain(claims, length.text(), passage, length.start())
                                || length.isToldAgain(claims, spoken, passage, -1)
                        : length.isToldAgain(claims, spoken, passage, -1)
                                && !length.isToldAgain(claims, length.text(), passage, length.start()));
        if (lengthWrong) {
            length(passage, length, spoken, begin, end, ledger);
        } else {
            end(passage, length, begin, end, ledger);
        }
    }

    /** Whether the right end is told elsewhere: 《办法》2023年底到期. */
    private static boolean endElsewhere(Claims claims, LocalDate right, Moment end) {
        LocalDate last = right.minusDays(1);
        Pattern told = Pattern.compile("(?:" + last.getYear() + "年" + last.getMonthValue() + "月"
                + (end.month() ? "" : last.getDayOfMonth() + "日")
                + (last.getMonthValue() == 12 ? "|" + last.getYear() + "年(?:年?底|末)" : "")
                + ")[^，。；]{0,4}(?:到期|届满|期满|终止|截止|止|失效|停止)");
        return last.getYear() != end.date().getYear()
                && claims.passages().stream()
                        .anyMatch(passage -> told.matcher(passage.text()).find());
    }

    /** The number of months that brings one day nearest to the other, or to the day before it. */
    private static int nearest(LocalDate from, LocalDate to) {
        return Math.toIntExact(ChronoUnit.MONTHS.between(from, to.plusDays(2)));
    }

    private static void length(
            Passage passage, ToldTerm length, String right, Moment begin, Moment end, Ledger ledger) {
        Problem problem = WrongTerm.length(length.text(), right, begin.text(), end.text());
        if (!ledger.findsAt(passage.spot(end.start(), end.end()))) {
            tell(length.text(), right, problem, passage.spot(length.start(), length.end()), passage, begin, ledger);
        }
    }

    /** The end as it should be: of a span the day before, as such ends are printed. */
    private static void end(Passage passage, ToldTerm length, Moment begin, Moment end, Ledger ledger) {
        LocalDate right = begin.date().plusMonths(length.months());
        boolean dayBefore = end.date().getDayOfMonth() != begin.date().getDayOfMonth() && !end.month();
        boolean monthBefore =
                end.month() && (ChronoUnit.MONTHS.between(begin.date(), end.date()) + 1) % 12 == 0 && length.years();
        right = dayBefore ? right.minusDays(1) : monthBefore ? right.minusMonths(1) : right;
        String expected = end.month() ? right.getYear() + "年" + right.getMonthValue() + "月" : Day.print(right);
        Problem problem = WrongTerm.end(end.text(), expected, begin.text(), length.text());
        tell(end.text(), expected, problem, passage.spot(end.start(), end.end()), passage, begin, ledger);
    }

    private static void tell(
            String stated, String right, Problem problem, Spot where, Passage passage, Moment begin, Ledger ledger) {
        Spot first = passage.spot(begin.start(), begin.end());
        boolean told = ledger.findings().stream()
                .anyMatch(finding -> finding.kind() == Kind.DATE
                        && (finding.where().equals(where)
                                || finding.because().contains(where)
                                || finding.because().contains(first)));
        if (!told) {
            ledger.find(Finding.of(Kind.DATE, stated, Optional.of(right), problem, where, List.of(first)));
        }
    }
}
