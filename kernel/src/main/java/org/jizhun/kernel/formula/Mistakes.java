package org.jizhun.kernel.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** The mistakes found in one formula, each told at its place. What they leave behind is {@link Kinds#BROKEN}. */
final class Mistakes {

    private final String formula;
    private final Positions positions;
    private final List<Problem> problems = new ArrayList<>();

    Mistakes(String formula, Place place) {
        this.formula = formula;
        this.positions = new Positions(formula, place);
    }

    List<Problem> problems() {
        return problems;
    }

    void tell(Span span, String code, Object... namesAndValues) {
        problems.add(Problem.of(code, positions.at(span.start()), namesAndValues));
    }

    /** A piece of the formula on one line, as an explanation quotes it. */
    String text(Span span) {
        return formula.substring(span.start(), span.end()).replaceAll("\\s+", " ");
    }

    static Node broken() {
        return new Leaves.Constant(Kinds.BROKEN, "", null);
    }

    /** Another kind than is needed there; what is broken was told already. */
    Node kind(Span span, Kind found, Kind expected) {
        return kind(span, found, KindWords.zh(expected), KindWords.en(expected));
    }

    Node kind(Span span, Kind found, String expectedZh, String expectedEn) {
        if (found != Kinds.BROKEN) {
            tell(
                    span,
                    "formula-kind",
                    "foundZh",
                    KindWords.zh(found),
                    "foundEn",
                    KindWords.en(found),
                    "expectedZh",
                    expectedZh,
                    "expectedEn",
                    expectedEn,
                    "text",
                    text(span));
        }
        return broken();
    }

    /** An operator between kinds it does not know. */
    Node operands(Syntax.Operation operation, Node left, Node right) {
        Expectations expected = Expectations.of(operation.operator());
        tell(
                operation.span(),
                "formula-operands",
                "operator",
                operation.operator().sign(),
                "leftZh",
                KindWords.zh(left.kind()),
                "leftEn",
                KindWords.en(left.kind()),
                "rightZh",
                KindWords.zh(right.kind()),
                "rightEn",
                KindWords.en(right.kind()),
                "expectedZh",
                expected.zh(),
                "expectedEn",
                expected.en());
        return broken();
    }

    Node field(Syntax.Path path, Kind kind, Set<String> known) {
        tell(
                path.span(),
                "formula-field-unknown",
                "found",
                path.field(),
                "ofZh",
                KindWords.zh(kind),
                "ofEn",
                KindWords.en(kind),
                "known",
                String.join(", ", new TreeSet<>(known)));
        return broken();
    }

    /** @param position of the value in its list, from 1 */
    void mixed(Span span, int position, Kind found, Kind expected) {
        tell(
                span,
                "formula-list-mixed",
                "position",
                position,
                "foundZh",
                KindWords.zh(found),
                "foundEn",
                KindWords.en(found),
                "expectedZh",
                KindWords.zh(expected),
                "expectedEn",
                KindWords.en(expected));
    }
}
