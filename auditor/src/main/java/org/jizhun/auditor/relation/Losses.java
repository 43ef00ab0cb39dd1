package org.jizhun.auditor.relation;

import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;

/** Reads what is taken off in running text, at once, for each case, or as part of another deduction. */
final class Losses {

    private static final Sought SOME = Sought.of("主要(?:是|因|为|扣分|原因|扣)|等原因|等问题|等情况");

    /** How many characters after a deduction its cases are told. */
    private static final int NEAR = 60;

    private LossParts parts = LossParts.NONE;
    /** What one of those parts is made of in turn: 共扣4.33分：预算执行扣1.40分，其中…扣1.00分、…扣0.40分；…. */
    private LossParts within = LossParts.NONE;

    /** Begins another paragraph. */
    void paragraph() {
        parts = LossParts.NONE;
        within = LossParts.NONE;
    }

    /** Whether it stands where the parts of a deduction are told. */
    boolean isPart(Mention points) {
        return parts.holds(points.figure());
    }

    /** 其中预算调整率偏高扣1分，其余0.5分为资料归档不完整. */
    boolean isRest(Mention points) {
        return (parts.holds(points.figure()) || within.holds(points.figure())) && LossParts.isRest(points);
    }

    void take(ScoreNode own, List<Mention> mentions, int at, String text) {
        Mention points = mentions.get(at);
        int start = points.figure().start();
        int clause = Math.max(text.lastIndexOf('。', start), text.lastIndexOf('；', start));
        if (SOME.isIn(text.substring(Math.max(clause + 1, start - 60), start))
                || text.startsWith("等", points.figure().end())) {
            own.tellSome();
        }
        boolean part = parts.holds(points.figure());
        ScoreNode.Taken taken = ScoreNode.Taken.of(Optional.of(points), Optional.empty());
        if (part && within.holds(points.figure())) {
            within.whole().parts().add(taken);
            return;
        }
        if (part) {
            within = LossParts.within(taken, mentions, at, text);
        }
        (part ? parts.whole().parts() : own.taken()).add(taken);
        if (!part) {
            parts = LossParts.of(taken, mentions, at, text);
        }
    }

    /** Where the deductions go that are told at a place: with those of the item, or among the parts of one of them. */
    private List<ScoreNode.Taken> taken(ScoreNode own, Mention points) {
        return parts.holds(points.figure()) && !parts.whole().parts().isEmpty()
                ? parts.whole().parts()
                : own.taken();
    }

    /** 扣1分。有2个项目未报送，每个扣0.5分: what stands for each explains what stands just before. */
    void takeEach(ScoreNode own, List<Mention> mentions, int at, String text) {
        List<ScoreNode.Taken> taken = taken(own, mentions.get(at));
        ScoreNode.Each each = each(mentions, at, text);
        int last = taken.size() - 1;
        Optional<Mention> before = last < 0 ? Optional.empty() : taken.get(last).points();
        boolean explains =
                before.filter(points -> isNear(points.figure(), each.per().figure()))
                                .isPresent()
                        && taken.get(last).each().isEmpty()
                        && each.cases().isPresent()
                        && !isSummedUp(mentions, at, text);
        if (explains) {
            taken.set(last, taken.get(last).with(each));
        } else {
            taken.add(ScoreNode.Taken.of(Optional.empty(), Optional.of(each)));
        }
    }

    /** 发现3处，每处扣0.2分，共扣0.6分: what these cases make, not all that was taken off. */
    void takeAll(ScoreNode own, List<Mention> mentions, int at, String text) {
        Mention points = mentions.get(at);
        if (LossParts.opens(points.figure(), text) || parts.holds(points.figure())) {
            take(own, mentions, at, text);
            return;
        }
        int last = own.taken().size() - 1;
        boolean ofCases = last >= 0
                && own.taken().get(last).points().isEmpty()
                && own.taken()
                        .get(last)
                        .each()
                        .filter(each -> each.per().sentence() == points.sentence())
                        .isPresent();
        if (ofCases) {
            own.taken()
                    .set(
                            last,
                            ScoreNode.Taken.of(
                                    Optional.of(points), own.taken().get(last).each()));
        } else {
            own.takeAll(points);
        }
    }

    private static boolean isSummedUp(List<Mention> mentions, int at, String text) {
        return at + 1 < mentions.size()
                && mentions.get(at + 1).figure().kind() == Figure.Kind.POINTS
                && mentions.get(at + 1).sentence() == mentions.get(at).sentence()
                && ScoreWords.of(mentions.get(at + 1), text) == ScoreWords.ALL_TAKEN;
    }

    private static boolean isNear(Figure taken, Figure per) {
        return taken.passage().order() == per.passage().order()
                && per.start() > taken.end()
                && per.start() - taken.end() <= NEAR
                && taken.passage().text().substring(taken.end(), per.start()).indexOf('；') < 0;
    }

    /** 2个项目…，各扣0.5分 by the number before; 审批不及时、归档不完整，各扣1.25分 by the names. */
    private static ScoreNode.Each each(List<Mention> mentions, int at, String text) {
        Mention points = mentions.get(at);
        for (int i = at - 1; i >= 0 && mentions.get(i).sentence() == points.sentence(); i--) {
            if (mentions.get(i).figure().kind() == Figure.Kind.COUNT) {
                return new ScoreNode.Each(points, Optional.of(mentions.get(i)), 0);
            }
        }
        int from = at == 0 ? 0 : mentions.get(at - 1).figure().end();
        String words = text.substring(from, points.figure().start());
        return new ScoreNode.Each(
                points,
                Optional.empty(),
                words.chars().filter(character -> character == '、').count() + 1);
    }
}
