package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Mention;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * A deduction and the stretch of its paragraph that tells what it is made of: 采购管理扣1.5分，其中意向公开不规范扣1分、备案不及时扣0.5分；….
 * Where the deduction is one of several parted by semicolons, its parts end with its own piece.
 */
record LossParts(ScoreNode.Taken whole, int order, int from, int to) {

    static final LossParts NONE = new LossParts(ScoreNode.Taken.of(Optional.empty(), Optional.empty()), -1, 0, 0);

    /** 扣2.22分。其中：…; 扣2.5分：…; 扣1分（其中…. */
    private static final Pattern OPENS =
            Pattern.compile("(?:[，。；：]|（)?(?:其中|具体(?:为|是|扣分)|分别(?:为|是)|包括)[：，]?|[：（](?=[^，。；：）]{2,40}扣)");

    private static final Sought REST = Sought.of("(?:其余|余下|剩余|其他|另外|另有|另)(?:的|扣)?$");

    static LossParts of(ScoreNode.Taken whole, List<Mention> mentions, int at, String text) {
        Figure points = mentions.get(at).figure();
        Matcher opens = OPENS.matcher(text).region(points.end(), text.length());
        if (!opens.lookingAt()) {
            return NONE;
        }
        int end = text.indexOf('。', opens.end());
        int sentence = end < 0 ? text.length() : end;
        int semicolon = text.indexOf('；', opens.end());
        int piece = semicolon < 0 || semicolon > sentence ? sentence : semicolon;
        List<Figure> all = taken(mentions, at, text, sentence);
        List<Figure> own = taken(mentions, at, text, piece);
        boolean list = opens.group().endsWith("：") || opens.group().startsWith("。");
        boolean toTheEnd = sum(all).equals(points.value()) || (list && !sum(own).equals(points.value()));
        return new LossParts(whole, points.passage().order(), opens.end(), toTheEnd ? sentence : piece);
    }

    /** What one part is made of, up to the end of its own piece. */
    static LossParts within(ScoreNode.Taken part, List<Mention> mentions, int at, String text) {
        LossParts parts = of(part, mentions, at, text);
        int semicolon = text.indexOf('；', parts.from());
        return parts.order() < 0 || semicolon < 0
                ? NONE
                : new LossParts(part, parts.order(), parts.from(), Math.min(parts.to(), semicolon));
    }

    /** Whether the words after a deduction begin to tell what it is made of. */
    static boolean opens(Figure points, String text) {
        return OPENS.matcher(text).region(points.end(), text.length()).lookingAt();
    }

    private static List<Figure> taken(List<Mention> mentions, int at, String text, int to) {
        List<Figure> taken = new ArrayList<>();
        for (Mention next : mentions.subList(at + 1, mentions.size())) {
            Figure figure = next.figure();
            if (figure.end() <= to
                    && figure.kind() == Figure.Kind.POINTS
                    && (ScoreWords.of(figure, text) == ScoreWords.TAKEN || isRest(next))) {
                taken.add(figure);
            }
        }
        return taken;
    }

    /** 其中预算调整率偏高扣1分，其余0.5分为资料归档不完整. */
    static boolean isRest(Mention points) {
        return REST.isIn(points.before());
    }

    private static Exact sum(List<Figure> figures) {
        return figures.stream().map(Figure::value).reduce(Exact.ZERO, Exact::plus);
    }

    /** Whether a figure stands where the parts are told. */
    boolean holds(Figure figure) {
        return figure.passage().order() == order && figure.start() >= from && figure.end() <= to;
    }
}
