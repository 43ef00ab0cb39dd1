package org.jizhun.bench.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jizhun.kernel.quantity.Exact;
import org.jizhun.kernel.yaml.YamlNode;

/**
 * The figures of the auditor on the corpus, as counted.
 *
 * @param byDifficulty faults found of those planted
 * @param right findings that tell a fault
 * @param clean documents without a fault
 * @param cleanAlarms findings in these
 */
record Quality(
        Share recall,
        Map<String, Share> byDifficulty,
        Map<String, Share> byKind,
        Map<String, Share> byRelation,
        int right,
        int falseAlarms,
        int clean,
        int cleanAlarms) {

    /** So many of so many. */
    record Share(int part, int whole) {
        static final Share NONE = new Share(0, 0);

        Share and(boolean found) {
            return new Share(part + (found ? 1 : 0), whole + 1);
        }

        /** One where there is nothing to find. */
        Exact rate() {
            return whole == 0 ? Exact.ONE : Exact.of(part).dividedBy(Exact.of(whole));
        }

        @Override
        public String toString() {
            return part + "/" + whole;
        }

        static Share parse(String text) {
            int slash = text.indexOf('/');
            return new Share(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
        }
    }

    static Quality of(List<Outcome> outcomes) {
        Share recall = Share.NONE;
        for (Outcome outcome : outcomes) {
            for (Fault ignored : outcome.found()) {
                recall = recall.and(true);
            }
            for (Fault ignored : outcome.missed()) {
                recall = recall.and(false);
            }
        }
        List<Outcome> clean = outcomes.stream().filter(Outcome::clean).toList();
        return new Quality(
                recall,
                by(outcomes, Fault::difficulty),
                by(outcomes, Fault::kind),
                by(outcomes, fault -> fault.relation().isEmpty() ? "hand" : fault.relation()),
                outcomes.stream().mapToInt(Outcome::right).sum(),
                outcomes.stream()
                        .mapToInt(outcome -> outcome.falseAlarms().size())
                        .sum(),
                clean.size(),
                clean.stream().mapToInt(outcome -> outcome.falseAlarms().size()).sum());
    }

    private static Map<String, Share> by(List<Outcome> outcomes, Function<Fault, String> group) {
        Map<String, Share> shares = new TreeMap<>();
        for (Outcome outcome : outcomes) {
            outcome.found().forEach(fault -> shares.merge(group.apply(fault), new Share(1, 1), Quality::sum));
            outcome.missed().forEach(fault -> shares.merge(group.apply(fault), new Share(0, 1), Quality::sum));
        }
        return shares;
    }

    private static Share sum(Share one, Share other) {
        return new Share(one.part() + other.part(), one.whole() + other.whole());
    }

    Share precision() {
        return new Share(right, right + falseAlarms);
    }

    Exact alarmsPerClean() {
        return Exact.of(cleanAlarms).dividedBy(Exact.of(Math.max(1, clean)));
    }

    /** What is worse here than there, in words of the file; empty if nothing is. */
    List<String> worseThan(Quality kept) {
        List<String> worse = new ArrayList<>();
        lower("recall", recall, kept.recall(), worse);
        lower("precision", precision(), kept.precision(), worse);
        kept.byDifficulty()
                .forEach((key, share) -> lower(key, byDifficulty.getOrDefault(key, Share.NONE), share, worse));
        kept.byKind().forEach((key, share) -> lower(key, byKind.getOrDefault(key, Share.NONE), share, worse));
        if (alarmsPerClean().compareTo(kept.alarmsPerClean()) > 0) {
            worse.add("clean-alarms " + cleanAlarms + " of " + clean + ", kept " + kept.cleanAlarms());
        }
        return worse;
    }

    private static void lower(String name, Share now, Share kept, List<String> worse) {
        if (now.rate().compareTo(kept.rate()) < 0) {
            worse.add(name + " " + now + ", kept " + kept);
        }
    }

    String yaml() {
        StringBuilder yaml = new StringBuilder(
                        "# Reached by the auditor; may not fall. A better figure is accepted by\n")
                .append(
                        "# ./mvnw -pl bench -am test -Dtest=AuditQualityTest -Djizhun.accept=true -Dsurefire.failIfNoSpecifiedTests=false\n")
                .append("recall: ")
                .append(recall)
                .append('\n')
                .append("right: ")
                .append(right)
                .append('\n')
                .append("false-alarms: ")
                .append(falseAlarms)
                .append('\n')
                .append("clean-documents: ")
                .append(clean)
                .append('\n')
                .append("clean-alarms: ")
                .append(cleanAlarms)
                .append('\n');
        shares(yaml, "by-difficulty", byDifficulty);
        shares(yaml, "by-kind", byKind);
        shares(yaml, "by-relation", byRelation);
        return yaml.toString();
    }

    private static void shares(StringBuilder yaml, String name, Map<String, Share> shares) {
        yaml.append(name).append(":\n");
        shares.forEach((key, share) ->
                yaml.append("  ").append(key).append(": ").append(share).append('\n'));
    }

    static Quality parse(YamlNode node) {
        return new Quality(
                Share.parse(node.text("recall", "")),
                shares(node, "by-difficulty"),
                shares(node, "by-kind"),
                shares(node, "by-relation"),
                Integer.parseInt(node.text("right", "")),
                Integer.parseInt(node.text("false-alarms", "")),
                Integer.parseInt(node.text("clean-documents", "")),
                Integer.parseInt(node.text("clean-alarms", "")));
    }

    private static Map<String, Share> shares(YamlNode node, String key) {
        Map<String, Share> shares = new LinkedHashMap<>();
        node.get(key)
                .ifPresent(group -> group.keys().forEach(each -> shares.put(each, Share.parse(group.text(each, "")))));
        return shares;
    }
}
