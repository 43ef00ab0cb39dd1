package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** A list that names one thing twice: 覆盖青榆、石槽、柏坪、黄渡、柏坪5个乡镇. The second time is told; the last name may bring the word that belongs to all. */
final class NamedTwice {

    private static final Sought LIST = Sought.of(
            Pattern.compile(
                    "(?<list>[\\u4e00-\\u9fa5“”·]{2,14}(?:、[\\u4e00-\\u9fa5“”·]{2,14}){2,30}(?:(?:和|及|以及|与)[\\u4e00-\\u9fa5“”·]{2,14})?)"),
            "、");
    /** What was found of each, and may be the same of two. */
    private static final Sought OF_EACH =
            Sought.of("^(?:已|未|不|基本|正常|合格|优秀|良好|一般|较|达标|完成|是|否|满意|非常|同意|通过|全部|部分|同上)|分别(?:为|是)|依次");

    private static final Sought LEAD =
            Sought.of("^.*(?:包括|覆盖|涉及|涵盖|走访|分别为|分别是|有|为|是|含|即|到|了|在|对|由|与|和|的)(?=[\\u4e00-\\u9fa5“”·]{2,}$)");
    private static final int LEAST = 4;

    private NamedTwice() {}

    static void examine(Passage passage, Ledger ledger) {
        if (!LIST.mayBeIn(passage)) {
            return;
        }
        Matcher list = LIST.in(passage);
        while (list.find()) {
            String text = list.group("list");
            int sentence = passage.text().lastIndexOf('。', list.start()) + 1;
            String lead = passage.text().substring(Math.max(sentence, list.start() - 8), list.start());
            if (!OF_EACH.isIn(lead)) {
                judge(passage, list.start("list"), text, ledger);
            }
        }
    }

    private static void judge(Passage passage, int offset, String list, Ledger ledger) {
        List<String> names = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int at = 0;
        for (String part : list.split("、", -1)) {
            names.add(part);
            places.add(at);
            at += part.length() + 1;
        }
        int last = names.size() - 1;
        Matcher joined = Sought.kept("^(?<one>[^和及与]{2,})(?:和|以及|及|与)(?<two>[^和及与]{2,})$")
                .in(names.get(last));
        if (joined.find()) {
            int start = places.get(last);
            names.set(last, joined.group("one"));
            names.add(joined.group("two"));
            places.add(start + joined.start("two"));
        }
        if (names.size() < LEAST) {
            return;
        }
        Matcher lead = LEAD.in(names.get(0));
        if (lead.find()) {
            places.set(0, lead.end());
            names.set(0, names.get(0).substring(lead.end()));
        }
        Map<String, Integer> first = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (OF_EACH.isIn(name) || name.length() < 2) {
                return;
            }
            boolean closing = i == names.size() - 1;
            Optional<Integer> before = Optional.ofNullable(first.get(name));
            if (before.isEmpty() && closing) {
                before = names.subList(0, i).stream()
                        .filter(other -> other.length() >= 2 && name.startsWith(other) && isSuffix(name, other, names))
                        .map(first::get)
                        .filter(java.util.Objects::nonNull)
                        .findFirst();
            }
            if (before.isPresent()) {
                String again = names.get(before.get());
                tell(passage, offset + places.get(i), again, offset + places.get(before.get()), ledger);
                return;
            }
            first.put(name, i);
        }
    }

    /** 柳洼卫生院 after 柳洼、汶溪、蒲滩: the word belongs to all, and none of the others has it. */
    private static boolean isSuffix(String name, String other, List<String> names) {
        String suffix = name.substring(other.length());
        return suffix.length() >= 1
                && suffix.length() <= 6
                && names.stream().filter(own -> own.endsWith(suffix)).count() == 1
                && names.stream().allMatch(own -> own.length() <= 4 || own.equals(name) || own.equals(names.get(0)));
    }

    private static void tell(Passage passage, int start, String name, int first, Ledger ledger) {
        Problem problem = Problem.of("named-twice", Place.NONE, "stated", name);
        ledger.find(Finding.of(
                Kind.COUNT,
                name,
                Optional.empty(),
                problem,
                passage.spot(start, start + name.length()),
                List.of(passage.spot(first, first + name.length()))));
    }
}
