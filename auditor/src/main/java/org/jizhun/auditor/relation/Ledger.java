package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.judge.Check;
import org.jizhun.auditor.judge.Equation;
import org.jizhun.auditor.judge.Verdict;
import org.jizhun.auditor.text.Spot;

/** What the relations enter: equations with their verdicts, and findings that are no equations. */
public final class Ledger {

    private final Map<Check, Verdict> checks = new LinkedHashMap<>();
    private final Map<Verdict, List<Check>> byVerdict = new EnumMap<>(Verdict.class);
    private final Map<Figure, List<Check>> byResult = new HashMap<>();
    private final Set<Figure> doubted = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Check> own = new ArrayList<>();
    /** Of its own those that are entered only if by then nothing else gives their result, or says the same. */
    private final Set<Check> unlessJudged = new HashSet<>();

    private final Set<Check> unlessKnown = new HashSet<>();
    private final List<String> stumbled = new ArrayList<>();
    private final Set<Figure> related = new HashSet<>();
    /** Of how many checks {@link #related} has the figures. */
    private int gathered;

    private final Set<Figure> confirmed = new HashSet<>();
    /** Of how many of those that hold {@link #confirmed} has the figures. */
    private int held;

    private final boolean ofOne;

    public Ledger() {
        this(false);
    }

    private Ledger(boolean ofOne) {
        this.ofOne = ofOne;
    }

    /** For one relation by itself, which may not ask what others have entered. */
    static Ledger ofOne() {
        return new Ledger(true);
    }

    /** Enters all that another has, in its order. */
    void enter(Ledger other) {
        for (Check check : other.own) {
            if (other.unlessJudged.contains(check)) {
                checkUnlessJudged(check);
            } else if (other.unlessKnown.contains(check)) {
                checkUnlessKnown(check);
            } else {
                check(check);
            }
        }
        findings.addAll(other.findings);
        stumbled.addAll(other.stumbled);
    }

    /** A relation broke off over this document. */
    void stumble(Relation relation) {
        stumbled.add(relation.name());
    }

    /** The relations that broke off, by name; what they had entered until then stays. */
    public List<String> stumbled() {
        return List.copyOf(stumbled);
    }

    private void mayAsk() {
        if (ofOne) {
            throw new IllegalStateException("a relation that asks the ledger stands among Relations.LOOKING_BACK");
        }
    }

    public void check(Check check) {
        Verdict verdict = check.equation().judge();
        if (ofOne) {
            own.add(check);
            return;
        }
        if (checks.put(check, verdict) == null) {
            byVerdict.computeIfAbsent(verdict, key -> new ArrayList<>()).add(check);
        }
        byResult.computeIfAbsent(check.equation().result(), key -> new ArrayList<>(2))
                .add(check);
        if (verdict == Verdict.DIFFERS) {
            doubted.addAll(check.equation().figures());
        }
    }

    /** Enters it unless some equation entered before gives its result: a relation that asks no more need not look back. */
    void checkUnlessJudged(Check check) {
        if (ofOne) {
            unlessJudged.add(check);
            check(check);
        } else if (!judged(check.equation().result())) {
            check(check);
        }
    }

    /** Enters it unless it is known. */
    void checkUnlessKnown(Check check) {
        if (ofOne) {
            unlessKnown.add(check);
            check(check);
        } else if (!knows(check.equation())) {
            check(check);
        }
    }

    /** Whether some equation gives this figure as its result. */
    public boolean judged(Figure result) {
        mayAsk();
        return byResult.containsKey(result);
    }

    /** Whether some equation gives this figure as its result and fails, or gives it from the printed figures themselves. */
    boolean settles(Figure result) {
        mayAsk();
        return byResult.getOrDefault(result, List.of()).stream()
                .anyMatch(check -> checks.get(check) == Verdict.DIFFERS || Near.tight(check.equation()));
    }

    /** Whether an equation of the same result and the same figures was entered already. */
    public boolean knows(Equation equation) {
        mayAsk();
        return byResult.getOrDefault(equation.result(), List.of()).stream()
                .anyMatch(other -> other.equation().figures().equals(equation.figures()));
    }

    /** Whether some equation that fails gives this figure as its result. */
    public boolean fails(Figure result) {
        mayAsk();
        return byResult.getOrDefault(result, List.of()).stream()
                .anyMatch(check -> check.equation().judge() == Verdict.DIFFERS);
    }

    /** The equations that hold and give this figure as their result. */
    List<Check> holding(Figure result) {
        mayAsk();
        return byResult.getOrDefault(result, List.of()).stream()
                .filter(check -> checks.get(check) == Verdict.AGREES)
                .toList();
    }

    /** Whether some equation that fails has this figure in it. */
    public boolean doubts(Figure figure) {
        mayAsk();
        return doubted.contains(figure);
    }

    public void find(Finding finding) {
        findings.add(finding);
    }

    public Map<Check, Verdict> checks() {
        mayAsk();
        return Collections.unmodifiableMap(checks);
    }

    /** The checks with one verdict, in the order entered, as far as they have been. */
    public List<Check> checks(Verdict verdict) {
        mayAsk();
        return List.copyOf(byVerdict.getOrDefault(verdict, List.of()));
    }

    /** How many equations were entered. */
    public int size() {
        mayAsk();
        return checks.size();
    }

    /** Every figure that some equation has, as far as they have been entered. */
    public Set<Figure> related() {
        mayAsk();
        checks.keySet().stream()
                .skip(gathered)
                .forEach(check -> related.addAll(check.equation().figures()));
        gathered = checks.size();
        return Collections.unmodifiableSet(related);
    }

    /** Whether some equation that holds has this figure in it. */
    boolean confirms(Figure figure) {
        mayAsk();
        List<Check> holding = byVerdict.getOrDefault(Verdict.AGREES, List.of());
        holding.subList(held, holding.size())
                .forEach(check -> confirmed.addAll(check.equation().figures()));
        held = holding.size();
        return confirmed.contains(figure);
    }

    public List<Check> all() {
        mayAsk();
        return List.copyOf(checks.keySet());
    }

    /** Whether something is found wrong there, as far as it has been entered. */
    boolean findsAt(Spot where) {
        return findings.stream().anyMatch(finding -> finding.where().equals(where));
    }

    /** Whether something of that kind is found wrong in that line, as far as it has been entered. */
    boolean findsInLine(Kind kind, Spot where) {
        return findings.stream()
                .anyMatch(finding -> finding.kind() == kind && finding.where().line() == where.line());
    }

    /** As far as they have been entered. */
    public List<Finding> findings() {
        return Collections.unmodifiableList(findings);
    }
}
