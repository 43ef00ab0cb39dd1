package org.jizhun.documents.findings;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.kernel.problem.Language;
import org.jizhun.kernel.problem.Problem;

/** A finding in a few sentences: what is wrong, what probably happened, what to do. */
public final class FindingWords {

    private FindingWords() {}

    public static String of(Finding finding, Language language) {
        return Stream.concat(Stream.of(finding.problem().text(language)), why(finding, language))
                .collect(Collectors.joining("\n"));
    }

    /** What follows the message: explanations, else advice. */
    public static Stream<String> why(Finding finding, Language language) {
        if (!finding.explanations().isEmpty()) {
            return finding.explanations().stream().map((Problem problem) -> problem.text(language));
        }
        String advice = finding.problem().advice(language);
        return advice.isEmpty() ? Stream.empty() : Stream.of(advice);
    }
}
