package org.jizhun.kernel.scheme;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a leaf gets its points: a closed set, one class each, which docs/schemes.md explains with an example each. A rule
 * reads facts only through its {@link Working}, and answers before cap, floor and rounding.
 */
public sealed interface Rule
        permits CappedMean,
                Checklist,
                ComplianceShare,
                DeductionPerEvent,
                Inverse,
                JudgedBands,
                JudgedWithReason,
                Ladder,
                PassFail,
                Proportional,
                WeightedRollUp {

    /** The word of the rule in scheme data, such as {@code capped-mean}. */
    String kind();

    /** Applies the rule; a missing fact gives an outcome without points, never zero or full marks. */
    Outcome apply(Criterion criterion, Working working);

    /** The formula of the one figure that decides the points, as text; empty where there is none. */
    default Optional<String> decisive() {
        return Optional.empty();
    }

    /** Reads the parameters of one kind of rule; null where they are wrong, which the source has noted. */
    interface Reader {
        @Nullable Rule read(RuleSource source);
    }

    /** How each kind of rule is read from scheme data. */
    static Map<String, Reader> readers() {
        Map<String, Reader> readers = new TreeMap<>();
        readers.put(CappedMean.KIND, CappedMean::read);
        readers.put(Checklist.KIND, Checklist::read);
        readers.put(ComplianceShare.KIND, ComplianceShare::read);
        readers.put(DeductionPerEvent.KIND, DeductionPerEvent::read);
        readers.put(Inverse.KIND, Inverse::read);
        readers.put(JudgedBands.KIND, JudgedBands::read);
        readers.put(JudgedWithReason.KIND, JudgedWithReason::read);
        readers.put(Ladder.KIND, Ladder::read);
        readers.put(PassFail.KIND, PassFail::read);
        readers.put(Proportional.KIND, Proportional::read);
        readers.put(WeightedRollUp.KIND, WeightedRollUp::read);
        return readers;
    }
}
