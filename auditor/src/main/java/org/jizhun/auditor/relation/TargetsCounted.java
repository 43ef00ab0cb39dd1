package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Numerals;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Targets met and missed where several are told at once: how many of a table's indicators reach their target (5项指标中，4项达到目标值), and
 * a sentence that lists target and result of each after it has called all of them met (三项全部达标：…目标95%、实际96.5%).
 */
final class TargetsCounted implements Relation {

    /** 5项指标中，3项达到或超过目标值; 4个指标中有2个未完成年度目标. */
    private static final Sought COUNTED = Sought.of(
            Pattern.compile(
                    "(?<all>\\d{1,2}|[两二三四五六七八九十]{1,2})[项个][^，。；\\d]{0,8}?指标(?:中|里|当中)[，：]?(?:共有?|有)?(?<count>\\d{1,2}|[一两二三四五六七八九十]{1,2})(?<unit>[项个])(?:指标)?(?<word>均?(?:未能?|没有|尚未)(?:达到|完成|实现|达标)|(?:已|均|全部|按期|如期)*(?:达到|完成|实现|达标|超过))"),
            "指",
            "达完实超",
            "项个");

    private static final Sought ALL = Sought.of(
            Pattern.compile(
                    "(?:均|全部|都|全面)(?:已|已经|如期)?(?:达标|达到[^，。；：]{0,8}(?:目标|要求|指标)值?|完成[^，。；：]{0,8}(?:目标|任务)|实现[^，。；：]{0,8}目标)[：，]"),
            "均全都",
            "：，");
    private static final Pattern TARGET =
            Pattern.compile("(?:目标值?|指标值|计划值?|任务)(?:数)?(?:为|是|：)?(?<sign>≥|≤|>|<|不低于|不少于|不超过|不高于|控制在)?$");
    private static final Pattern RESULT =
            Pattern.compile("^[、，（]?(?:实际|完成|达到|实际完成|实际为|实际达到|完成值|实际值)(?:值|数)?(?:为|是|达|：)?$");
    private static final Pattern FALLS = Pattern.compile("下降|降低|减少|投诉|事故|能耗|漏损|流失|发生率|失业|死亡|成本");

    @Override
    public String name() {
        return "targets-counted";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            Matcher words = COUNTED.in(passage);
            while (words.find()) {
                counted(claims, passage, words, ledger);
            }
            Matcher all = ALL.in(passage);
            if (all.find()) {
                listed(claims, passage, all, ledger);
            }
        }
    }

    private static void counted(Claims claims, Passage passage, Matcher words, Ledger ledger) {
        int all = Numerals.count(words.group("all"));
        int said = Numerals.count(words.group("count"));
        boolean missed = words.group("word").matches(".*(?:未|没).*");
        List<Integer> found = new ArrayList<>();
        for (Table table : claims.tables()) {
            Optional<Integer> met = met(table, all);
            met.ifPresent(count -> found.add(missed ? all - count : count));
        }
        if (found.size() != 1 || found.get(0) == said) {
            return;
        }
        String printed = words.group("count") + words.group("unit");
        boolean digits = Character.isDigit(printed.charAt(0));
        String right = (digits ? String.valueOf(found.get(0)) : Numerals.print(found.get(0))) + words.group("unit");
        Problem problem = Problem.of("count-differs", Place.NONE, "stated", printed, "found", found.get(0));
        ledger.find(Finding.of(
                Kind.COUNT,
                printed,
                Optional.of(right),
                problem,
                passage.spot(words.start("count"), words.end("unit")),
                List.of()));
    }

    /** How many rows meet their target, where all that are spoken of have target and result of one kind. */
    private static Optional<Integer> met(Table table, int all) {
        Optional<Table.Column> targets = table.column("target");
        Optional<Table.Column> results = table.column("achieved");
        if (targets.isEmpty() || results.isEmpty()) {
            return Optional.empty();
        }
        int rows = 0;
        int met = 0;
        for (Table.Row row : table.rows()) {
            Optional<Figure> target = row.figures().get(targets.get().index());
            Optional<Figure> result = row.figures().get(results.get().index());
            if (target.isEmpty() || result.isEmpty() || !target.get().isLike(result.get())) {
                return Optional.empty();
            }
            String cell = row.cells().get(targets.get().index()).text();
            boolean sign = cell.matches("[≥≤><].*");
            boolean atMost = TargetAndScore.AT_MOST.matcher(cell + row.label()).find();
            int order = result.get().value().compareTo(target.get().value());
            if (!sign && order != 0 && FALLS.matcher(row.label()).find()) {
                return Optional.empty();
            }
            rows++;
            met += (atMost ? order <= 0 : order >= 0) ? 1 : 0;
        }
        return rows == all ? Optional.of(met) : Optional.empty();
    }

    /** 全部达标：甲目标100%、实际100%；乙目标≥95%、实际93.5%: the result that does not reach its target. */
    private static void listed(Claims claims, Passage passage, Matcher all, Ledger ledger) {
        List<Mention> mentions = claims.mentions(passage);
        for (int i = 0; i + 1 < mentions.size(); i++) {
            Mention target = mentions.get(i);
            Mention result = mentions.get(i + 1);
            Matcher words = TARGET.matcher(target.before());
            boolean pair = target.figure().start() >= all.end()
                    && words.find()
                    && RESULT.matcher(result.before()).matches()
                    && target.isLike(result)
                    && result.figure().nearness() == Figure.Nearness.EXACT;
            if (!pair) {
                continue;
            }
            String sign = Optional.ofNullable(words.group("sign")).orElse("");
            boolean atMost = sign.matches("≤|<|不超过|不高于|控制在");
            boolean unclear = sign.isEmpty() && FALLS.matcher(target.before()).find();
            int order = result.figure().value().compareTo(target.figure().value());
            if (!unclear && (atMost ? order > 0 : order < 0)) {
                TargetAndScore.tell(
                        "target-missed-said-met",
                        Kind.TARGET,
                        result.figure().text(),
                        Optional.empty(),
                        result.figure().spot(),
                        target.figure(),
                        ledger);
            }
        }
    }
}
