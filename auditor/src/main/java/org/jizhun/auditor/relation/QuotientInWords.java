package org.jizhun.auditor.relation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Measures;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.finding.NearMisses;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A quotient whose two terms the sentence names: 按实际支出和受益农户4500户计算，户均投入1.03万元; 按项目执行数和改造面积计算，单位面积改造成本308.61元. A term
 * without a figure of its own is the one that the document gives under that name.
 */
final class QuotientInWords implements Relation {

    private static final Sought WORDS = Sought.of(
            "按照?(?:[^，。；]{0,6}的)?(?<top>[^，。；和与及]{2,24})(?:和|与|及|除以|÷)(?<bottom>[^，。；]{2,24}?)(?:计算|测算|核算|折算)，[^，。；\\d]{2,16}$");
    /** 预算执行率（实际支出与调整后预算之比）为: which two a rate is of, said in brackets. */
    private static final Sought RATIO = Sought.of(
            "（(?:即|指)?(?<top>[^，。；（）和与及占\\d]{2,16}?)(?:与|和|占|除以|÷|/)(?<bottom>[^，。；（）\\d]{2,16}?)(?:之比|的比[例率值重])?）[^，。；\\d]{0,4}$");

    private static final Sought OWN = Sought.of("\\d");
    private static final Sought OTHER = Sought.of("目标|计划|上年|去年|标准|不高于|不低于|控制");
    private static final int LONG = 3;

    @Override
    public String name() {
        return "quotient-in-words";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            List<Mention> mentions = claims.mentions(passage);
            for (Mention told : mentions) {
                Matcher words =
                        WORDS.in(passage.text().substring(0, told.figure().start()));
                boolean open = told.isMeasured()
                        && told.figure().digits() >= LONG
                        && told.figure().nearness() == Figure.Nearness.EXACT
                        && !OTHER.isIn(told.before())
                        && words.find();
                Matcher ratio =
                        RATIO.in(passage.text().substring(0, told.figure().start()));
                if (told.figure().kind() == Figure.Kind.PERCENT
                        && told.figure().digits() > LONG
                        && told.figure().nearness() == Figure.Nearness.EXACT
                        && ratio.find()) {
                    ratio(told, ratio, mentions, claims).ifPresent(ledger::check);
                }
                if (open) {
                    Set<Figure> tops = term(words.group("top"), words.start("top"), mentions, claims);
                    Set<Figure> bottoms = term(words.group("bottom"), words.start("bottom"), mentions, claims);
                    told(told, tops, bottoms).ifPresent(ledger::check);
                }
            }
        }
    }

    /** Only where each of the two has one value, so that no other year or part is meant. */
    private static Optional<Check> ratio(Mention told, Matcher words, List<Mention> mentions, Claims claims) {
        Set<Figure> tops = ofParagraph(term(words.group("top"), words.start("top"), mentions, claims), told);
        Set<Figure> bottoms = ofParagraph(term(words.group("bottom"), words.start("bottom"), mentions, claims), told);
        boolean one = values(tops) == 1 && values(bottoms) == 1;
        return one
                ? Optional.of(Checks.quotient(
                                told.claim().label(),
                                told.figure(),
                                tops.iterator().next(),
                                bottoms.iterator().next()))
                        .filter(check -> Near.within(check.equation(), 12))
                : Optional.empty();
    }

    private static Set<Figure> ofParagraph(Set<Figure> figures, Mention told) {
        Set<Figure> own = new LinkedHashSet<>(figures);
        own.removeIf(figure -> !figure.passage().equals(told.figure().passage())
                || figure.start() > told.figure().start());
        return own.isEmpty() ? figures : own;
    }

    private static long values(Set<Figure> figures) {
        return figures.stream().map(Figure::value).distinct().count();
    }

    /** The figure within the words, or those of the document that they name. */
    private static Set<Figure> term(String name, int at, List<Mention> mentions, Claims claims) {
        if (OWN.isIn(name)) {
            Set<Figure> own = new LinkedHashSet<>();
            mentions.stream()
                    .map(Mention::figure)
                    .filter(figure -> figure.start() >= at && figure.end() <= at + name.length())
                    .forEach(own::add);
            return own;
        }
        Set<Figure> named = new LinkedHashSet<>();
        Measures.standard()
                .ending(name)
                .filter(ending -> Subjects.plain(ending.before()).isEmpty()
                        || ending.before().equals("项目"))
                .ifPresent(ending -> claims.statements().stream()
                        .filter(statement -> Subjects.plain(statement.subject()).isEmpty())
                        .flatMap(statement ->
                                Optional.ofNullable(statement.figures().get(ending.measure())).stream())
                        .forEach(named::add));
        for (Passage passage : claims.passages()) {
            claims.mentions(passage).stream()
                    .filter(mention -> mention.before().endsWith(name)
                            || mention.claim().label().endsWith(name))
                    .map(Mention::figure)
                    .forEach(named::add);
        }
        for (Table table : claims.tables()) {
            for (Table.Row row : table.rows()) {
                if (row.label().endsWith(name)) {
                    table.column("achieved")
                            .or(() -> table.column("actual"))
                            .flatMap(column -> row.figures().get(column.index()))
                            .ifPresent(named::add);
                }
            }
        }
        named.removeIf(figure -> figure.value().signum() <= 0 || figure.kind() == Figure.Kind.PERCENT);
        return named;
    }

    /** The pair that gives the figure; else the one value that all pairs near it give. */
    static Optional<Check> told(Mention told, Collection<Figure> tops, Collection<Figure> bottoms) {
        Map<Exact, Check> near = new LinkedHashMap<>();
        for (Figure top : tops) {
            for (Figure bottom : bottoms) {
                Check check = Checks.quotient(told.claim().label(), told.figure(), top, bottom);
                if (Near.tight(check.equation())) {
                    return Optional.of(check);
                }
                Exact right = check.equation().expected().orElse(Exact.ZERO);
                boolean slip = NearMisses.isSlip(told.figure(), right) || NearMisses.isDigitSlip(told.figure(), right);
                if (slip || Near.within(check.equation(), 12)) {
                    near.putIfAbsent(told.figure().asPrinted(right), check);
                }
            }
        }
        return near.size() == 1 ? near.values().stream().findFirst() : Optional.empty();
    }
}
