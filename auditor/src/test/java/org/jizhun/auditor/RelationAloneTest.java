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
            "dates/impossible-reversed-late.txt",
            "form-total/numbered.txt",
            "form-total/single-blanks.txt",
            "remainders/rated.txt",
            "rounding-convention/mixed.txt",
            "row-formula/input.txt",
            "row-formula/repeated.txt",
            "slip-twins/clean-related.txt",
            "slip-twins/formula.txt",
            "unit-of-amount/clean-confirmed.txt");

    static Stream<String> relations() {
        return Relations.ALL.stream().map(Relation::name).distinct();
    }

    @ParameterizedTest
    @MethodSource("relations")
    void a_relation_by_itself_finds_what_its_fixtures_say(String name) throws IOException {
        List<Relation> alone = Relations.ALL.stream()
                .filter(relation -> relation.name().equals(name))
                .toList();
        for (Path file : FixturesTest.documents(name)) {
            String fixture = name + "/" + file.getFileName();
            Audit audit = Auditor.audit(
                    Layout.read(fixture, Layout.lines(Files.readString(file))), FixturesTest.knowledge(), alone);
            List<String> found =
                    audit.findings().stream().map(FixturesTest::line).toList();
            if (TOGETHER.contains(fixture)) {
                assertThat(found)
                        .as(fixture + " needs no other relation and is struck from the list above")
                        .isNotEqualTo(FixturesTest.expected(file));
            } else {
                assertThat(found)
                        .as(fixture + " (if it is meant to need other relations too, it belongs on the list above)")
                        .isEqualTo(FixturesTest.expected(file));
            }
        }
    }
}
