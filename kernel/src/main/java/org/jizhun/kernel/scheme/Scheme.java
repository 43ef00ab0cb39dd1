package org.jizhun.kernel.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jizhun.kernel.calendar.WorkingDays;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jizhun.kernel.formula.Inputs;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.quantity.Points;
import org.jspecify.annotations.Nullable;

/**
 * One edition of one authority's evaluation scheme, checked and ready to score. Read by {@link Schemes}.
 *
 * @param form which form of the scheme, such as 无专项资金; may be empty
 * @param grades best first
 * @param values single facts that only this scheme needs
 * @param hash SHA-256 over the rule files, lower-case hex; cases do not count
 * @param vocabulary the standard vocabulary with the scheme's own values
 */
public record Scheme(
        String id,
        String edition,
        Title title,
        Title authority,
        Subject subject,
        String form,
        Points total,
        ScoreRounding rounding,
        List<Grade> grades,
        NotApplicablePolicy notApplicable,
        Optional<OverAchievement> overAchievement,
        List<Register.Column> values,
        List<Parameter> parameters,
        List<Criterion> criteria,
        List<Bonus> bonuses,
        List<Veto> vetoes,
        Basis basis,
        String unclear,
        String hash,
        Vocabulary vocabulary) {

    public Scheme {
        grades = List.copyOf(grades);
        values = List.copyOf(values);
        parameters = List.copyOf(parameters);
        criteria = List.copyOf(criteria);
        bonuses = List.copyOf(bonuses);
        vetoes = List.copyOf(vetoes);
    }

    /** Every criterion that has a rule, in the order of the outline. */
    public List<Criterion> leaves() {
        return all().filter(criterion -> criterion.rule().isPresent()).toList();
    }

    /** Every criterion, groups before their children. */
    public Stream<Criterion> all() {
        return criteria.stream().flatMap(Criterion::all);
    }

    /** The criterion of this id, at any level. */
    public Optional<Criterion> criterion(String criterionId) {
        return all().filter(each -> each.id().equals(criterionId)).findFirst();
    }

    /** What the scheme's formulas see: the facts, and the scheme's parameters. */
    public Inputs inputs(Inputs facts) {
        if (parameters.isEmpty()) {
            return facts;
        }
        Map<String, Object> own = parameters.stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
        return new Inputs() {
            @Override
            public @Nullable Object get(String name) {
                Object value = own.get(name);
                return value != null ? value : facts.get(name);
            }

            @Override
            public Place place(String name) {
                return facts.place(name);
            }

            @Override
            public WorkingDays calendar() {
                return facts.calendar();
            }
        };
    }
}
