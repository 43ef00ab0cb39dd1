package org.jizhun.auditor.relation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Equation.Side;
import org.jizhun.auditor.text.Layout;
import org.junit.jupiter.api.Test;

/** Relations examined side by side enter what they enter one after the other, in the same order. */
class SideBySideTest {

    private static final Path FIXTURES = Path.of("src/test/resources/findings");

    @Test
    void the_ledger_is_the_same_as_of_one_relation_after_the_other() throws IOException {
        List<Path> documents;
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            documents = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertThat(documents).isNotEmpty();
        for (Path document : documents) {
            String text = Files.readString(document);
            Ledger inTurn = new Ledger();
            Claims claims = claims(text);
            Relations.ALL.forEach(relation -> relation.examine(claims, inTurn));

            assertThat(entries(Relations.examine(claims(text))))
                    .as("%s", document)
                    .isEqualTo(entries(inTurn));
        }
    }

    @Test
    void a_relation_by_itself_may_not_ask_what_others_entered() {
        assertThatThrownBy(() -> Ledger.ofOne().all())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LOOKING_BACK");
    }

    @Test
    void what_is_entered_unless_it_is_judged_or_known_is_left_out_where_an_earlier_relation_said_it() {
        List<Figure> figures = claims("合计30万元，甲10万元，乙20万元。").figures();
        Figure whole = figures.get(0);
        Check sum = check(whole, figures.subList(1, 3));
        Check again = check(whole, figures.subList(1, 3));
        Check ofOnePart = check(whole, figures.subList(1, 2));
        Ledger judged = Ledger.ofOne();
        judged.checkUnlessJudged(again);
        Ledger known = Ledger.ofOne();
        known.checkUnlessKnown(again);
        known.checkUnlessKnown(ofOnePart);

        Ledger ledger = new Ledger();
        ledger.check(sum);
        ledger.enter(judged);
        // the sum has the result of the second, and its figures; of one part only nobody told
        ledger.enter(known);
        assertThat(ledger.checks()).containsOnlyKeys(sum, ofOnePart);

        Ledger empty = new Ledger();
        empty.enter(judged);
        assertThat(empty.checks()).containsOnlyKeys(again);
    }

    private static Check check(Figure result, List<Figure> parts) {
        return new Check(Kind.SUM, "sum-differs", "", "", new Equation(result, Side.of(parts), Side.ONE));
    }

    @Test
    void a_relation_that_breaks_off_is_noted_and_takes_no_other_with_it() {
        Relation broken = new Relation() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public void examine(Claims claims, Ledger ledger) {
                throw new IndexOutOfBoundsException("of purpose");
            }
        };
        List<Relation> relations = List.of(broken, new Wording());
        Claims claims = claims("本单位严格按照预算绩效效管理办法执行。");
        Ledger ledger = Relations.examine(claims, relations, true);
        assertThat(ledger.stumbled()).containsExactly("broken");
        assertThat(ledger.findings()).hasSize(1);
        assertThatThrownBy(() -> Relations.examine(claims, relations))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("of purpose");
    }

    private static Claims claims(String text) {
        return Claims.of(Layout.read("fixture.txt", Layout.lines(text)));
    }

    private static List<String> entries(Ledger ledger) {
        List<String> entries = new ArrayList<>();
        ledger.checks()
                .forEach((check, verdict) -> entries.add(check.kind() + " " + check.formula() + " "
                        + check.equation().result().spot() + " " + verdict));
        ledger.findings().stream().map(Finding::toString).forEach(entries::add);
        return entries;
    }
}
