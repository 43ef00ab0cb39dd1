package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Sought;

/** A change of a rate that is called by its name, sentences after both of its values: 执行率47.36%。…执行率45.80%。…执行率提高1.56%. */
final class PointsByName {

    private static final Sought CHANGED = Sought.of(
            "(?<name>[\\u4e00-\\u9fa5]{1,4}(?:率|进度|满意度|覆盖面|占比|比例))(?:同比|较上年|比上年|较上年同期|比上年同期|较同期)?(?<word>提高|提升|上升|增加|下降|降低|减少|回落|下滑)(?:了)?$");
    private static final Sought UP = Sought.of("提|升|增");
    private static final int SHORT = 3;

    /** Sentences before in which both values stand. */
    private static final int SENTENCES = 5;

    private PointsByName() {}

    /** What two rates of the name are apart, where that is what is printed. */
    static Optional<Equation> apart(List<Mention> mentions, int at) {
        Mention told = mentions.get(at);
        Matcher words = CHANGED.in(told.before());
        if (told.figure().kind() != Figure.Kind.PERCENT || told.figure().digits() < SHORT || !words.find()) {
            return Optional.empty();
        }
        List<Figure> rates = mentions.subList(0, at).stream()
                .filter(rate -> rate.figure().kind() == Figure.Kind.PERCENT
                        && told.sentence() - rate.sentence() <= SENTENCES
                        && rate.before().contains(words.group("name")))
                .map(Mention::figure)
                .toList();
        boolean up = UP.isIn(words.group("word"));
        for (Figure now : rates) {
            for (Figure then : rates) {
                Side side = up ? Side.of(now).minus(then) : Side.of(then).minus(now);
                if (!now.equals(then)
                        && (up ? now.value().minus(then.value()) : then.value().minus(now.value()))
                                .equals(told.figure().value())) {
                    return Optional.of(new Equation(told.figure(), side, Side.ONE));
                }
            }
        }
        return Optional.empty();
    }
}
