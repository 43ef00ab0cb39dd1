package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** How much one named thing is more or less than another, both told elsewhere: 在职人员超过编制3名, with 编制128名 and 在职人员131人 in other paragraphs. */
final class NamedDifference implements Relation {

    private static final Sought MORE = Sought.of(
            "(?:^|[，、：])(?<one>[\\u4e00-\\u9fa5]{2,10}?)(?<word>超过|超出|超|多于|高于|大于|少于|低于|小于|不足)(?<two>[\\u4e00-\\u9fa5]{2,10})$");

    /** The last year and the plan are other relations' matter, and a limit is no figure's distance. */
    private static final Sought OTHER = Sought.of("上年|去年|同期|以上|平均|标准|目标|要求|进度|规定");

    @Override
    public String name() {
        return "named-difference";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        NamedFigures names = null;
        for (Passage passage : claims.passages()) {
            for (Mention told : claims.mentions(passage)) {
                Matcher words = MORE.in(told.before());
                boolean difference = told.isMeasured()
                        && told.figure().nearness() != Figure.Nearness.ABOUT
                        && words.find()
                        && !OTHER.isIn(told.before())
                        && !ledger.judged(told.figure());
                if (difference) {
                    names = names == null ? NamedFigures.of(claims) : names;
                    check(told, words, names)
                            .filter(check -> check.equation().inputs().stream().noneMatch(ledger::doubts))
                            .ifPresent(ledger::check);
                }
            }
        }
    }

    private static Optional<Check> check(Mention told, Matcher words, NamedFigures names) {
        Optional<Figure> one = only(names, words.group("one"), told);
        Optional<Figure> two = only(names, words.group("two"), told);
        if (one.isEmpty() || two.isEmpty()) {
            return Optional.empty();
        }
        boolean more = !Sought.kept("少于|低于|小于|不足").is(words.group("word"));
        Figure large = more ? one.get() : two.get();
        Figure small = more ? two.get() : one.get();
        return large.value().compareTo(small.value()) > 0
                ? Optional.of(Checks.difference(Kind.DIFFERENCE, words.group("one"), told.figure(), large, small))
                : Optional.empty();
    }

    /** The one value that the document gives under a name; empty where it gives several. */
    private static Optional<Figure> only(NamedFigures names, String name, Mention told) {
        List<Figure> called =
                names.ending(name, figure -> figure.isLike(told.figure()) && !figure.equals(told.figure())).stream()
                        .map(NamedFigures.Named::figure)
                        .toList();
        boolean one = called.stream()
                .allMatch(figure -> figure.value().equals(called.get(0).value()));
        return one ? called.stream().findFirst() : Optional.empty();
    }
}
