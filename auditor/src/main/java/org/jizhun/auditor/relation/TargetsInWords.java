package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.quantity.Exact;

/** What running text says of a target and the result beside it: 目标值≥90%，实际值92%，达到预期目标. */
final class TargetsInWords {

    private static final Sought TARGET = Sought.of(
            "(?:目标值?|指标值|计划值?|年度目标|预期值)(?:[^，。；\\d]|(?<=[A-Za-z])\\d(?:\\.\\d)?){0,14}?(?:为|是|：)?(?<operator>≥|≤|>|<|=|不低于|不少于|不超过|不高于|达到)?$");
    private static final Sought ACTUAL = Sought.of("(?:实际|完成值|达到|完成)[^，。；\\d]{0,10}$");
    private static final Sought SAID = Sought.of(
            "^(?:（[^（）]{0,30}）)?(?:[^，。；\\d]{0,8}，)?[^，。；\\d]{0,8}?(?<!难以|无法|不能|力争|确保|有望|可能|争取)(?<said>(?:未|没有|没能|尚未|未能|均未)(?:能|按期|如期|全面|全部)?(?:完成(?:年度|年初|预期|预定|绩效|既定|设定|全年)*(?:目标|任务|计划|指标)?|达标|(?:达到|实现)[^，。；]{0,8})|(?:已|全面|圆满|超额|均|如期|顺利)*(?:完成|达到|实现|达成)(?:了)?(?:年度|年初|预期|预定|绩效|既定|设定|全年)*(?:目标|任务|要求|指标|计划)(?:值|任务)?(?!的)|达标(?!率)|超额完成|(?:均|已|已经|也)?(?:超过|高于|优于|超出)(?:了)?(?:年度|年初|预期|绩效|既定|设定|全年|预定)+(?:目标|任务|要求|指标|计划)值?(?![的\\d])|(?:已|已经|均)?(?:完成|达到|实现)(?:了)?(?:年度|年初|预期|绩效|既定|设定|全年|预定|确定)+的[^，。；\\d]{0,8}?(?:目标|任务|指标|计划)值?(?![的\\d])|(?:年度|预期|绩效|既定)*目标值?(?:均|已|均已|全部|如期|全面|未能?|尚未|没有)(?:完成|达成|实现|达到))");
    private static final Sought NOT = Sought.of("^(?:均|尚)?(?:未|没)|目标值?(?:未|尚未|没)");
    private static final Sought REACHES = Sought.of(
            "^，?(?<name>[^，。；：]{0,16}?)(?<said>(?<!未)(?:已经?|均|全部)?(?:达到|实现|完成|超过|高于|超出|突破)了?)(?:(?:年度|年初|预期|绩效|项目|方案|合同)*(?:设定|确定|规定|下达|要求|批复|约定|计划)的?)?$");
    private static final Sought OF_TARGET = Sought.of("^以?上?的(?:年度|年初|预期|绩效|既定|设定|全年|考核|规定)*(?:目标|指标|任务|要求)");
    private static final Sought PLAN = Sought.of("^，?（?(?:对照|对比|比照)?(?:年度|全年|年初)?(?:计划|目标|目标值|计划数|任务)(?:为|是)?$");
    private static final Sought FALLS = Sought.of("下降|降低|减少|压减|投诉|事故|能耗|缺陷|流失|辍学|死亡|发生率|失业|未|没有|距|离");
    private static final Sought VERB_TARGET = Sought.of(
            "^，?(?<said>(?:未能|尚未|没有|未|已经?|均已?|全部)?(?:达到|完成|实现)了?)(?:年度|年初|预期|绩效|全年|既定)*(?:指标值|目标值|目标|计划数?|任务数)(?:的|为)?$");
    private static final Sought ABOVE_TARGET =
            Sought.of("^，?(?:高于|超过|超出|高出)(?:了)?(?:年度|年初|预期|绩效|全年|既定)*(?:指标值|目标值|目标|计划)(?:的|为)?$");

    /** 94.27%，高于90%的目标值. */
    private static final Sought ABOVE = Sought.of("^，?(?:高于|超过|超出|高出|优于|大于)了?$");

    private static final Sought BELOW = Sought.of("^，?(?:略?低于|略?少于|小于|不及)了?$");

    /** 完成率93.33%; 8330亩，占计划的98.0%. */
    private static final Sought COMPLETION = Sought.of(
            "(?<!按[时期]|及时)完成率(?:为|是|达到?|仅)?$|(?:占|为|完成(?:了)?|达到?)(?:年度|全年|年初|当年)*(?:计划|目标|任务|指标)(?:数|值|任务|总数)?的$");

    private static final Sought OF_GOAL = Sought.of("目标|任务|计划|指标");
    private static final Sought OF_GOAL_OR_HOPE = Sought.of("目标|任务|计划|指标|预期|要求|达标");
    /** 孕产妇系统管理率不低于92%. */
    private static final Sought GOAL = Sought.of("(?:不低于|不少于|不得低于|≥|保持在|稳定在)$");

    private static final String IS = "(?:分别|均|约|仅)*(?:为|是|达到?|：)?$";

    private TargetsInWords() {}

    static void examine(List<Mention> mentions, Passage passage, Ledger ledger) {
        passage(mentions, passage, ledger);
        for (int i = 1; i < mentions.size(); i++) {
            reached(mentions, i, passage, ledger);
            planned(mentions, i, passage, ledger);
            compared(mentions, i, passage, ledger);
        }
        mentions.forEach(mention -> completed(mention, passage, ledger));
    }

    /** 目标值≥90%，实际值92%，达到预期目标. */
    private static void passage(List<Mention> mentions, Passage passage, Ledger ledger) {
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention target = mentions.get(i);
            Mention actual = mentions.get(i + 1);
            Matcher wanted = TARGET.in(target.before());
            boolean pair = target.isLike(actual) && target.sentence() == actual.sentence();
            if (!pair || !wanted.find() || !ACTUAL.isIn(actual.before())) {
                continue;
            }
            Matcher said = SAID.in(passage.text().substring(actual.figure().end()));
            boolean range = target.after().startsWith("以内") || target.after().startsWith("以下");
            boolean atMost = wanted.group("operator") != null
                    && Sought.kept("≤|<|不超过|不高于").is(wanted.group("operator"));
            if (said.find() && !range && (atMost || !FALLS.isIn(target.before() + actual.before()))) {
                said(
                        target.figure(),
                        actual.figure(),
                        Optional.ofNullable(wanted.group("operator")).orElse(""),
                        said,
                        passage,
                        ledger);
            }
        }
    }

    /** 管理率为66.6%，达到72%的年度目标; 教师满意度已达到95%的目标, where 教师满意度 stands before. */
    private static void reached(List<Mention> mentions, int at, Passage passage, Ledger ledger) {
        Mention target = mentions.get(at);
        Matcher words = REACHES.in(target.before());
        if (!words.find() || !OF_TARGET.isIn(target.after()) || FALLS.isIn(words.group("name"))) {
            return;
        }
        String name = Sought.kept("^(?:其中|且|并)|(?:已经?|均|基本|圆满|全面)+$").replaceAll(words.group("name"), "");
        for (int i = at - 1; i >= 0; i--) {
            Mention actual = mentions.get(i);
            boolean own = name.isEmpty()
                    ? i == at - 1 && actual.sentence() == target.sentence()
                    : name.length() >= 3 && actual.before().replaceAll(IS, "").endsWith(name);
            if (own && actual.isLike(target)) {
                if (FALLS.isIn(actual.before())) {
                    return;
                }
                int clause = target.figure().start() - target.before().length();
                missed(target, actual, passage, clause + words.start("said"), clause + words.end("said"), ledger);
                return;
            }
        }
    }

    /** 88.89%（9所中有8所按期完工），达到年度目标: what stands in brackets parts nothing. */
    private static int afterBracket(String text, int at) {
        int close = text.startsWith("（", at) ? text.indexOf('）', at) : -1;
        return close > 0 ? close + 1 : at;
    }

    /** 落实率87.7%，实现了年度目标, where a table has the target of 落实率. */
    static void ofTable(Claims claims, Mention actual, Passage passage, Ledger ledger) {
        if (actual.figure().kind() != Figure.Kind.PERCENT) {
            return;
        }
        String name = Sought.kept("^.*[，：（]|^(?:其中|全年|年末|本年|当年)")
                .replaceAll(actual.before().replaceAll(IS, ""), "");
        int after = afterBracket(passage.text(), actual.figure().end());
        Matcher said = SAID.in(passage.text().substring(after));
        if (name.length() < 4
                || FALLS.isIn(actual.before())
                || !said.find()
                || NOT.isIn(said.group("said"))
                || AllTargetsMet.isSaid(passage, after + said.start("said"))) {
            return;
        }
        List<Table.Row> rows = claims.tables().stream()
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.cells().stream().anyMatch(cell -> cell.text().equals(name)))
                .toList();
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                Optional<Figure> target = TargetRows.figure(table, row, "target");
                if (rows.size() == 1
                        && row.equals(rows.get(0))
                        && target.isPresent()
                        && target.get().isLike(actual.figure())
                        && !TargetAndScore.AT_MOST
                                .matcher(row.cells()
                                        .get(table.column("target")
                                                .orElseThrow()
                                                .index())
                                        .text())
                                .find()
                        && actual.figure().value().compareTo(target.get().value()) < 0
                        && !TargetAndScore.mayBeMore(actual.figure(), target.get(), ledger)) {
                    int start = after + said.start("said");
                    int end = after + said.end("said");
                    TargetAndScore.tell(
                            "target-missed-said-met",
                            said.group("said"),
                            passage.spot(start, end),
                            target.get(),
                            ledger);
                }
            }
        }
    }

    /** 加固堤防15.5公里，计划17公里，达到年度目标. */
    private static void planned(List<Mention> mentions, int at, Passage passage, Ledger ledger) {
        Mention target = mentions.get(at);
        Mention actual = mentions.get(at - 1);
        Matcher said = SAID.in(passage.text().substring(target.figure().end()));
        boolean pair = PLAN.isIn(target.before())
                && actual.isLike(target)
                && actual.sentence() == target.sentence()
                && !FALLS.isIn(actual.before());
        if (pair && said.find() && !NOT.isIn(said.group("said"))) {
            int start = target.figure().end() + said.start("said");
            missed(target, actual, passage, start, target.figure().end() + said.end("said"), ledger);
        }
    }

    /** 合格率98.6%，高于目标值98%，未达到年度目标; 在岗152人，未达到年度指标值152人. */
    private static void compared(List<Mention> mentions, int at, Passage passage, Ledger ledger) {
        Mention target = mentions.get(at);
        Mention actual = mentions.get(at - 1);
        // 完成计划800台的88.00% tells a share of the plan, not that it was met
        boolean like = actual.isLike(target)
                && actual.sentence() == target.sentence()
                && actual.figure().nearness() == Figure.Nearness.EXACT
                && !FALLS.isIn(actual.before());
        boolean pair = like
                && !passage.text()
                        .startsWith(
                                "的",
                                afterBracket(passage.text(), target.figure().end()));
        int order = actual.figure().value().compareTo(target.figure().value());
        Matcher verb = VERB_TARGET.in(target.before());
        if (pair && verb.find()) {
            boolean saidMet = !NOT.isIn(verb.group("said"));
            if (saidMet != order >= 0) {
                int end = target.figure().start() - (target.before().length() - verb.end("said"));
                contradicted(verb.group("said"), end, saidMet, actual, passage, ledger);
            }
            return;
        }
        Matcher said = SAID.in(passage.text().substring(target.figure().end()));
        if (pair && ABOVE_TARGET.isIn(target.before()) && order > 0 && said.find()) {
            if (NOT.isIn(said.group("said"))) {
                int end = target.figure().end() + said.end("said");
                contradicted(said.group("said"), end, false, actual, passage, ledger);
            }
            return;
        }
        boolean above = ABOVE.is(target.before()) && order > 0;
        boolean below = BELOW.is(target.before()) && order < 0;
        if (like && (above || below) && OF_TARGET.isIn(target.after()) && said.find()) {
            if (OF_GOAL_OR_HOPE.isIn(said.group("said")) && NOT.isIn(said.group("said")) == above) {
                int end = target.figure().end() + said.end("said");
                contradicted(said.group("said"), end, below, actual, passage, ledger);
            }
        }
    }

    /** 系统管理率90.84%，超额完成年度目标, where the goals say 孕产妇系统管理率不低于92%. */
    static void ofGoal(Claims claims, Mention actual, Passage passage, Ledger ledger) {
        String name = Sought.kept("^.*[，：（]|^(?:其中|全年|年末|本年|当年)")
                .replaceAll(actual.before().replaceAll(IS, ""), "");
        if (actual.figure().kind() != Figure.Kind.PERCENT
                || !Sought.kept("[\\u4e00-\\u9fa5]{4,14}[率度]").is(name)
                || FALLS.isIn(actual.before())) {
            return;
        }
        int after = afterBracket(passage.text(), actual.figure().end());
        Matcher said = SAID.in(passage.text().substring(after));
        if (!said.find() || NOT.isIn(said.group("said")) || AllTargetsMet.isSaid(passage, after + said.start("said"))) {
            return;
        }
        List<Figure> goals = claims.passages().stream()
                .filter(other -> other.order() < passage.order() && other.text().contains(name))
                .flatMap(other -> claims.mentions(other).stream())
                .filter(goal -> GOAL.isIn(goal.before()) && goal.before().contains(name))
                .map(Mention::figure)
                .filter(goal -> goal.kind() == Figure.Kind.PERCENT)
                .toList();
        if (goals.size() == 1
                && actual.figure().value().compareTo(goals.get(0).value()) < 0
                && !TargetAndScore.mayBeMore(actual.figure(), goals.get(0), ledger)) {
            contradicted(said.group("said"), after + said.end("said"), true, actual, passage, ledger);
        }
    }

    /** 完成率93.33%，已完成年度目标. */
    private static void completed(Mention rate, Passage passage, Ledger ledger) {
        Matcher said = SAID.in(passage.text().substring(rate.figure().end()));
        if (rate.figure().kind() != Figure.Kind.PERCENT
                || rate.figure().nearness() != Figure.Nearness.EXACT
                || !COMPLETION.isIn(rate.before())
                || !said.find()) {
            return;
        }
        boolean saidMet = !NOT.isIn(said.group("said"));
        boolean met = rate.figure().value().compareTo(Exact.ONE) >= 0;
        if (met != saidMet && OF_GOAL.isIn(said.group("said"))) {
            contradicted(said.group("said"), rate.figure().end() + said.end("said"), saidMet, rate, passage, ledger);
        }
    }

    private static void contradicted(
            String words, int end, boolean saidMet, Mention actual, Passage passage, Ledger ledger) {
        TargetAndScore.tell(
                saidMet ? "target-missed-said-met" : "target-met-said-missed",
                words,
                passage.spot(end - words.length(), end),
                actual.figure(),
                ledger);
    }

    private static void missed(Mention target, Mention actual, Passage passage, int from, int to, Ledger ledger) {
        boolean exact = actual.figure().nearness() == Figure.Nearness.EXACT
                && !TargetAndScore.mayBeMore(actual.figure(), target.figure(), ledger);
        if (exact && actual.figure().value().compareTo(target.figure().value()) < 0) {
            TargetAndScore.tell(
                    "target-missed-said-met",
                    passage.text().substring(from, to),
                    passage.spot(from, to),
                    actual.figure(),
                    ledger);
        }
    }

    private static void said(
            Figure target, Figure actual, String operator, Matcher words, Passage passage, Ledger ledger) {
        boolean met = TargetAndScore.meets(operator, target, actual);
        boolean saidMet = !NOT.isIn(words.group("said"));
        if (met != saidMet) {
            String code = saidMet ? "target-missed-said-met" : "target-met-said-missed";
            int start = actual.end() + words.start("said");
            Spot spot = passage.spot(start, actual.end() + words.end("said"));
            TargetAndScore.tell(code, words.group("said"), spot, actual, ledger);
        }
    }
}
