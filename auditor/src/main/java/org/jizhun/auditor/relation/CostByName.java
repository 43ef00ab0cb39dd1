package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/**
 * So much a head or a piece where what was spent stands elsewhere under the name of the sentence: 基本公共卫生服务按常住人口36.8万人计算，
 * 人均84.96元, with the amount in a table's row; 门急诊次均费用208.29元, with 门急诊收入 and 门急诊人次 in other paragraphs.
 */
final class CostByName implements Relation {

    /** Characters that two names must have in common, of the amount and of the number. */
    private static final int AMOUNT_NAME = 3;

    private static final int NUMBER_NAME = 2;
    private static final int SENTENCES = 2;
    private static final int LONG = 3;
    /** 控制在每人23000元的标准以内: what is allowed, nothing that was spent. */
    private static final Sought STANDARD = Sought.of("^(?:以[内下]|的?(?:标准|定额|限额|上限|控制数))");

    private static final Sought EACH_ITSELF = Sought.of("(?:单[车台床件]|[人户亩车台]均|平均每|每[人户亩车台件])[^，。；\\d]{0,8}$");

    private static final Sought PLANNED = Sought.of("计划|目标|任务|应|拟|核定|编制|其余|剩余|上年|去年|比|较|增加|减少|新增");

    @Override
    public String name() {
        return "cost-by-name";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        NamedFigures names = null;
        List<Mention> earlier = List.of();
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (int i = 0; i < mentions.size(); i++) {
                Mention each = mentions.get(i);
                Optional<Pattern> unit = each.figure().kind() == Figure.Kind.AMOUNT
                                && each.figure().digits() >= LONG
                                && !ledger.judged(each.figure())
                                && !STANDARD.isIn(each.after())
                                && !CostPerUnit.STANDARD.isIn(each.before())
                                && !CostApart.GIVEN.isIn(each.after())
                        ? EachWords.unitOf(each, passage.text())
                        : Optional.empty();
                if (unit.isPresent()) {
                    names = names == null ? NamedFigures.of(claims) : names;
                    Optional<Check> told = cost(each, mentions, unit.get(), names);
                    if (told.isEmpty()) {
                        told = CostApart.of(each, mentions, earlier, unit.get(), names);
                    }
                    told.or(() -> CostOfRow.of(each, claims)).ifPresent(ledger::check);
                }
            }
            earlier = mentions.isEmpty() ? earlier : mentions;
        }
    }

    private static Optional<Check> cost(Mention each, List<Mention> mentions, Pattern unit, NamedFigures names) {
        String text = each.figure().passage().text();
        int from = text.lastIndexOf('。', each.figure().start()) + 1;
        String about = text.substring(from, each.figure().start());
        List<Figure> counts = mentions.stream()
                .filter(count -> count.figure().kind() == Figure.Kind.COUNT
                        && unit.matcher(count.figure().thing()).matches()
                        && count.figure().start() < each.figure().start()
                        && each.sentence() - count.sentence() <= SENTENCES
                        && !PLANNED.isIn(count.before()))
                .map(Mention::figure)
                .toList();
        String clause = each.before();
        if (counts.isEmpty()) {
            counts = figures(names.best(
                    clause,
                    figure -> figure.kind() == Figure.Kind.COUNT
                            && unit.matcher(figure.thing()).matches(),
                    NUMBER_NAME));
            about = clause;
        }
        List<Figure> totals = figures(names.best(
                about,
                figure -> figure.kind() == Figure.Kind.AMOUNT
                        && figure.value().compareTo(each.figure().value()) > 0,
                AMOUNT_NAME));
        return QuotientInWords.told(each, totals, counts);
    }

    /** What is told for one of something itself is no total. */
    private static List<Figure> figures(List<NamedFigures.Named> named) {
        return named.stream()
                .map(NamedFigures.Named::figure)
                .filter(figure -> !EACH_ITSELF.isIn(
                        figure.passage().text().substring(Math.max(0, figure.start() - 10), figure.start())))
                .toList();
    }
}
