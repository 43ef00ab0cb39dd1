package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jizhun.auditor.relation.Relation;
import org.jizhun.auditor.relation.Relations;
import org.jizhun.auditor.text.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each relation by itself finds in its fixtures what is written beside them, so that no fixture passes because another
 * relation tells the same. One test a relation, and that relation only: the mutation tests live on it.
 */
class RelationAloneTest {

    /** Fixtures whose findings come of several relations that meet. */
    private static final Set<String> TOGETHER = Set.of(
            "column-sum/one-part.txt",
            "cost-per-unit/over-target.txt",
            "dates/impossible-reversed-late.txt",
            "facts-by-name/elsewhere.txt",
            "facts-by-name/total.txt",
            "form-groups/annex-against-text.txt",
            "form-groups/weights.txt",
            "form-total/group-weight.txt",
            "form-total/numbered.txt",
            "form-total/single-blanks.txt",
            "item-scores/cap-told.txt",
            "named-share/part-by-its-end.txt",
            "overall-rate/wholes.txt",
            "prose-breakdown/other-unit.txt",
            "prose-breakdown/round-whole.txt",
            "questionnaires/satisfied-in-words.txt",
            "reckoned-rests/proved.txt",
            "reckoned-rests/settled.txt",
            "remainders/rated.txt",
            "rounding-convention/mixed.txt",
            "rounding-convention/text.txt",
            "row-formula/coupon.txt",
            "row-formula/input.txt",
            "row-formula/repeated.txt",
            "rule-per-case/per-case.txt",
            "rule-per-case/several-found.txt",
            "scores-by-deduction/above-in-order.txt",
            "scores-by-deduction/named-further-on.txt",
            "slip-twins/clean-related.txt",
            "slip-twins/formula.txt",
            "subtotal-rows/weight-of-group.txt",
            "sum-told-twice/table.txt",
            "target-and-score/of-group.txt",
            "target-and-score/rate-beside.txt",
            "told-twice/people.txt",
            "told-twice/table.txt",
            "unit-of-amount/clean-confirmed.txt",
            "unit-of-amount/table-held.txt");

    static Stream<String> relations() {
        return Relations.ALL.stream().map(Relation::name).distinct();
    }

    static Stream<String> together() {
        return TOGETHER.stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("relations")
    void a_relation_by_itself_finds_what_its_fixtures_say(String name) throws IOException {
        for (Path file : FixturesTest.documents(name)) {
            String fixture = name + "/" + file.getFileName();
            if (!TOGETHER.contains(fixture)) {
                assertThat(found(file, only(name)))
                        .as(fixture + " (if it is meant to need other relations too, it belongs on the list above)")
                        .isEqualTo(FixturesTest.expected(file));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("together")
    void where_relations_meet_they_find_it_together(String fixture) throws IOException {
        Path file = FixturesTest.document(fixture);
        assertThat(found(file, Relations.ALL)).isEqualTo(FixturesTest.expected(file));
    }

    private static List<Relation> only(String name) {
        return Relations.ALL.stream()
                .filter(relation -> relation.name().equals(name))
                .toList();
    }

    private static List<String> found(Path file, List<Relation> relations) throws IOException {
        return Auditor.audit(
                        Layout.read("fixture.txt", Layout.lines(Files.readString(file))),
                        FixturesTest.knowledge(),
                        relations)
                .findings()
                .stream()
                .map(FixturesTest::line)
                .toList();
    }
}
