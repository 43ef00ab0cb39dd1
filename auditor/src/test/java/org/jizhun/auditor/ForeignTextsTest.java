package org.jizhun.auditor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.relation.Ledger;
import org.jizhun.auditor.relation.Relation;
import org.jizhun.auditor.relation.Relations;
import org.jizhun.auditor.relation.Verdicts;
import org.jizhun.auditor.text.Layout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fixtures of all relations are traps for each one: by itself it is silent in every clean text, and speaks in a faulty
 * one only of lines in which something is wrong.
 */
class ForeignTextsTest {

    /** Where a relation tells by itself what others, looking at the same figures, explain or mend otherwise. */
    private static final Set<String> MENDED_TOGETHER = Set.of(
            "column-pattern in scheme-formula/clean-procurement.txt",
            "column-sum in column-sum/one-part.txt",
            "column-sum in form-groups/annex-against-text.txt",
            "column-sum in form-total/groups.txt",
            "column-sum in form-total/levels.txt",
            "column-sum in form-total/numbered.txt",
            "column-sum in roll-up/under-heading.txt",
            "column-sum in row-formula/short-headings.txt",
            "column-sum in rule-per-case/row-of-form.txt",
            "column-sum in score-by-completion/cells-with-signs.txt",
            "column-sum in score-by-completion/drawn.txt",
            "column-sum in stated-ladder/row-of-form.txt",
            "facts-by-name in named-row/numbered.txt",
            "facts-by-name in named-row/sentence.txt",
            "facts-by-name in told-twice/table.txt",
            "form-groups in form-groups/annex-against-text.txt",
            "subtotal-rows in score-by-completion/weight-before-target.txt",
            "subtotal-rows in subtotal-rows/weight-of-group.txt",
            "subtotal-rows in target-and-score/rate-beside.txt",
            "form-groups in target-and-score/of-group.txt",
            "form-total in form-groups/annex-against-text.txt",
            "form-total in form-total/group-weight.txt",
            "form-total in form-total/numbered.txt",
            "form-total in roll-up/under-heading.txt",
            "form-total in rule-per-case/row-of-form.txt",
            "form-total in score-by-completion/cells-with-signs.txt",
            "form-total in score-by-completion/drawn.txt",
            "form-total in score-by-completion/leveled-cells.txt",
            "form-total in stated-ladder/row-of-form.txt",
            "means in scheme-formula/procurement.txt",
            "reckoned-sums in prose-breakdown/clean-above-whole.txt",
            "roll-up in told-twice/people.txt",
            "scheme-formula in row-formula/clean-two-bases.txt",
            "slip-twins in slip-twins/clean-related.txt",
            "slip-twins in slip-twins/formula.txt",
            "told-twice in facts-by-name/total.txt",
            "told-twice in named-row/numbered.txt",
            "told-twice in named-row/sentence.txt",
            "told-twice in row-formula/input.txt",
            "told-twice in told-twice/people.txt",
            "told-twice in told-twice/table.txt",
            "year-pairs in year-on-year/clean-of-last-year.txt",
            "unit-of-amount in unit-of-amount/clean-confirmed.txt",
            "unit-of-amount in unit-of-amount/table-held.txt");

    static Stream<String> relations() {
        return RelationAloneTest.relations();
    }

    @ParameterizedTest
    @MethodSource("relations")
    void a_relation_by_itself_speaks_in_texts_of_others_only_of_lines_with_faults(String name) throws IOException {
        List<String> toldTooMuch = new ArrayList<>();
        for (Map.Entry<Path, Claims> document : Texts.CLAIMS.entrySet()) {
            Set<String> places = FixturesTest.expected(document.getKey()).stream()
                    .map(ForeignTextsTest::line)
                    .collect(Collectors.toSet());
            if (!places.containsAll(told(name, document.getValue()))) {
                toldTooMuch.add(name + " in " + FixturesTest.name(document.getKey()));
            }
        }
        assertThat(toldTooMuch)
                .as("told what is not expected there; where other relations mend it otherwise, it belongs on the"
                        + " list above")
                .isSubsetOf(MENDED_TOGETHER);
    }

    private static List<String> told(String name, Claims claims) {
        Ledger ledger = new Ledger();
        for (Relation relation : Relations.ALL) {
            if (relation.name().equals(name)) {
                relation.examine(claims, ledger);
            }
        }
        List<Finding> findings = new ArrayList<>(ledger.findings());
        findings.addAll(Verdicts.findings(ledger, claims));
        return findings.stream()
                .map(FixturesTest::line)
                .map(ForeignTextsTest::line)
                .toList();
    }

    private static String line(String finding) {
        return finding.substring(0, finding.indexOf(' '));
    }

    /** Read once for all relations, which only look at them. */
    private static final class Texts {

        static final Map<Path, Claims> CLAIMS = read();

        private static Map<Path, Claims> read() {
            try {
                Map<Path, Claims> claims = new LinkedHashMap<>();
                for (Path file : FixturesTest.documents()) {
                    String text = Files.readString(file);
                    claims.put(file, Claims.of(Layout.read("text", Layout.lines(text)), FixturesTest.knowledge()));
                }
                return claims;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }
}
