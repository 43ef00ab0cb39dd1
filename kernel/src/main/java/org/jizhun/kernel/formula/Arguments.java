package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jizhun.kernel.fact.Kind;
import org.jspecify.annotations.Nullable;

/** The checked arguments of one call; each question tells the checker's reader what was expected when the answer is no. */
final class Arguments {

    private final Checker checker;
    private final Syntax.Call call;
    private final List<Node> nodes;

    Arguments(Checker checker, Syntax.Call call, List<Node> nodes) {
        this.checker = checker;
        this.call = call;
        this.nodes = nodes;
    }

    int size() {
        return nodes.size();
    }

    Node node(int index) {
        return nodes.get(index);
    }

    Kind kind(int index) {
        return nodes.get(index).kind();
    }

    String text() {
        return checker.mistakes().text(call.span());
    }

    boolean takes(int count) {
        return takes(count, count);
    }

    boolean takes(int least, int most) {
        if (nodes.size() >= least && nodes.size() <= most) {
            return true;
        }
        checker.mistakes()
                .tell(
                        call.span(),
                        "formula-arguments",
                        "function",
                        call.function(),
                        "found",
                        nodes.size(),
                        "expected",
                        least == most ? least : least + "–" + most);
        return false;
    }

    boolean fits(int index, Kind expected) {
        boolean fits = Kinds.fits(kind(index), expected);
        return fits || wrong(index, KindWords.zh(expected), KindWords.en(expected));
    }

    /** Whether there are exactly these arguments; every wrong one is told. */
    boolean fit(Kind... expected) {
        if (!takes(expected.length)) {
            return false;
        }
        boolean all = true;
        for (int i = 0; i < expected.length; i++) {
            all = fits(i, expected[i]) && all;
        }
        return all;
    }

    boolean numeric(int index) {
        return Kinds.fitsNumber(kind(index)) || wrong(index, "数量", "a figure");
    }

    boolean isList(int index) {
        return kind(index) instanceof Kind.ListOf || Kinds.isOpen(kind(index)) || wrong(index, "列表", "a list");
    }

    boolean sameKind(int one, int other) {
        return Kinds.unified(kind(one), kind(other)) != null
                || wrong(other, KindWords.zh(kind(one)), KindWords.en(kind(one)));
    }

    boolean sameAsElement(int index, int list) {
        Kind element = Kinds.element(kind(list));
        return Kinds.unified(kind(index), element) != null
                || wrong(index, KindWords.zh(element), KindWords.en(element));
    }

    /** Whether a text literal cannot be read; told at load, while other texts are only known later. */
    boolean isWrongText(int index, Function<String, @Nullable Object> reader) {
        if (nodes.get(index) instanceof Leaves.Constant constant
                && constant.constant() instanceof String text
                && reader.apply(text) == null) {
            checker.mistakes().tell(call.arguments().get(index).span(), "formula-date-wrong", "found", text);
            return true;
        }
        return false;
    }

    boolean anyList() {
        return takes(1, Integer.MAX_VALUE) && listOf(element -> true, "", "");
    }

    boolean numericList() {
        return takes(1, Integer.MAX_VALUE) && listOf(Kinds::fitsNumber, "数量", "figures");
    }

    boolean orderedList() {
        return takes(1, Integer.MAX_VALUE)
                && listOf(
                        element -> Kinds.fitsNumber(element)
                                || element == Kind.TEXT
                                || element == Kind.DATE
                                || element == Kind.DURATION,
                        "数量、日期或文本",
                        "figures, dates or texts");
    }

    boolean listOf(Kind expected) {
        return takes(1, Integer.MAX_VALUE)
                && listOf(element -> Kinds.fits(element, expected), KindWords.zh(expected), KindWords.en(expected));
    }

    private boolean listOf(java.util.function.Predicate<Kind> element, String zh, String en) {
        if (nodes.size() == 1) {
            return element.test(Kinds.element(kind(0))) || wrong(0, zh + "的列表", "a list of " + en);
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (!element.test(kind(i))) {
                return wrong(i, zh, en);
            }
        }
        return checker.unifiedItems(call.arguments(), nodes) != null;
    }

    /** A call over one list, given as such or as several arguments. */
    Node overList(Function<Kind, Kind> result, BiFunction<List<?>, Frame, @Nullable Object> body) {
        Node list = nodes.get(0);
        boolean single = nodes.size() == 1 && (list.kind() instanceof Kind.ListOf || Kinds.isOpen(list.kind()));
        if (!single) {
            Kind element = java.util.Objects.requireNonNull(checker.unifiedItems(call.arguments(), nodes));
            list = new Lists.Items(new Kind.ListOf(element), text(), new ArrayList<>(nodes));
        }
        return new Aggregates.Of(result.apply(list.kind()), text(), list, body);
    }

    Node call(Kind kind, boolean takesIntervals, Call.Body body) {
        return new Call(kind, text(), nodes.toArray(Node[]::new), takesIntervals, body);
    }

    private boolean wrong(int index, String expectedZh, String expectedEn) {
        Kind found = kind(index);
        checker.mistakes()
                .tell(
                        call.arguments().get(index).span(),
                        "formula-argument",
                        "function",
                        call.function(),
                        "position",
                        index + 1,
                        "foundZh",
                        KindWords.zh(found),
                        "foundEn",
                        KindWords.en(found),
                        "expectedZh",
                        expectedZh,
                        "expectedEn",
                        expectedEn);
        return false;
    }
}
