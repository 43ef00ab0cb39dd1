package org.jizhun.server.register;

import java.nio.file.Path;
import java.util.Optional;
import org.jizhun.auditor.claim.Knowledge;
import org.jizhun.documents.rules.RuleFolder;
import org.jizhun.documents.rules.Rules;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.scheme.Scheme;
import org.jizhun.kernel.scheme.Schemes;
import org.springframework.stereotype.Component;

/** The schemes and calendars of this installation, read once at the start from the folder {@code schemes} of the program. */
@Component
public class RuleBook {

    private final Rules rules;
    private final Knowledge knowledge;

    RuleBook() {
        this(Path.of(System.getProperty("jizhun.home", "."), "schemes"));
    }

    private RuleBook(Path folder) {
        rules = RuleFolder.load(folder).value();
        knowledge = Knowledge.of(rules.schemes(), rules.calendar());
    }

    public Schemes schemes() {
        return rules.schemes();
    }

    public WorkingDays calendar() {
        return rules.calendar();
    }

    /** What the auditor knows besides a document. */
    public Knowledge knowledge() {
        return knowledge;
    }

    /** @throws Refusal if there is no such scheme */
    public Scheme scheme(String id) {
        return find(id).orElseThrow(() -> new Refusal(Problem.of(
                "scheme-not-found",
                Place.of("scheme"),
                "found",
                id,
                "ids",
                String.join(" ", schemes().all().stream().map(Scheme::id).toList()))));
    }

    public Optional<Scheme> find(String id) {
        return schemes().find(id);
    }

    /** The registers that a case of this scheme has. */
    public Vocabulary vocabulary(String scheme) {
        return find(scheme).map(Scheme::vocabulary).orElse(Vocabulary.standard());
    }
}
