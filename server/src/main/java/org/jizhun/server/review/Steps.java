package org.jizhun.server.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jizhun.kernel.problem.Beside;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.kernel.problem.Result;
import org.jizhun.kernel.yaml.YamlNode;
import org.jizhun.server.register.StateName;

/** A table of steps, {@code steps.yaml}: what is reviewed, by whom, in which order. A mistake in it stops the start, with file and line. */
public final class Steps {

    private static final String FILE = "steps.yaml";
    private static final Set<String> KEYS =
            Set.of("from", "action", "to", "who", "reason", "not-own", "submitter", "zh", "en");

    private final List<Step> steps;

    /** The table beside a class. */
    public static Steps beside(Class<?> owner) {
        return new Steps(Beside.text(owner, FILE));
    }

    Steps(String text) {
        Result<YamlNode> document = YamlNode.parse(FILE, text);
        List<Problem> problems = new ArrayList<>(document.problems());
        document.value().refuseUnknownKeys(Set.of("steps"), problems);
        List<Step> read = new ArrayList<>();
        for (YamlNode node : document.value().items("steps")) {
            node.refuseUnknownKeys(KEYS, problems);
            read.add(new Step(
                    node.required("from", problems),
                    node.required("action", problems),
                    node.required("to", problems),
                    new LinkedHashSet<>(
                            List.of(node.required("who", problems).strip().split("\\s+", -1))),
                    node.text("reason", "").equals("true"),
                    node.text("not-own", "").equals("true"),
                    node.text("submitter", "").equals("true"),
                    node.required("zh", problems),
                    node.required("en", problems)));
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        steps = List.copyOf(read);
    }

    public List<Step> all() {
        return steps;
    }

    /** The step that this action takes from this state. */
    public Optional<Step> find(String from, String action) {
        return steps.stream()
                .filter(step -> step.from().equals(from) && step.action().equals(action))
                .findFirst();
    }

    /** Why an action leads nowhere from a state. */
    public Problem notFromHere(String action, String state) {
        Optional<Step> named =
                steps.stream().filter(step -> step.action().equals(action)).findFirst();
        StateName name = StateName.of(state);
        return Problem.of(
                "step-not-from-here",
                Place.NONE,
                "action",
                named.map(Step::zh).orElse(action),
                "actionEn",
                named.map(Step::en).orElse(action),
                "state",
                name.zh(),
                "stateEn",
                name.en());
    }
}
