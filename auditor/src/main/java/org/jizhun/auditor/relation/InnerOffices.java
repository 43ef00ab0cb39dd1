package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * The offices within the office, which the text lists: 设有综合办公室、经济发展办公室、社会事务办公室. One that is named once elsewhere, with two characters in
 * the middle other than in the list, is one of these: 社会发展办公室.
 */
final class InnerOffices {

    private static final String KINDS = "办公室|服务中心|执法队|科室|科|股|处|室|部|所|站";
    /** 设有甲、乙、丙等内设机构. */
    private static final Sought LIST = Sought.of(
            Pattern.compile(
                    "(?:内设|下设|设有|设立|设置|设)(?:了|有|机构(?:有|为|包括|：))?(?<list>[\\u4e00-\\u9fa5]{2,16}(?:、[\\u4e00-\\u9fa5]{2,16}){1,20})"),
            "设",
            "、");

    private static final Sought NAME =
            Sought.of("(?<name>[\\u4e00-\\u9fa5]{3,14}?(?<kind>" + KINDS + "))(?:等.*|和.*|及.*|\\d.*)?$");
    private static final int SHORTEST = 6;
    private static final int SAME = 2;

    private InnerOffices() {}

    static List<NameForms.Changed> of(List<Passage> passages) {
        Map<String, Spot> listed = new LinkedHashMap<>();
        for (Passage passage : passages) {
            Matcher list = LIST.in(passage);
            while (list.find()) {
                int at = list.start("list");
                for (String item : list.group("list").split("、", -1)) {
                    Matcher name = NAME.in(item);
                    if (name.matches() && name.group("name").length() >= SHORTEST) {
                        listed.putIfAbsent(
                                name.group("name"),
                                passage.spot(at, at + name.group("name").length()));
                    }
                    at += item.length() + 1;
                }
            }
        }
        List<NameForms.Changed> changed = new ArrayList<>();
        listed.forEach((name, spot) -> changed(passages, listed, name, spot, changed));
        return changed;
    }

    private static void changed(
            List<Passage> passages, Map<String, Spot> listed, String name, Spot spot, List<NameForms.Changed> changed) {
        String begin = name.substring(0, SAME);
        String end = name.substring(name.length() - SAME);
        NameForms.Changed found = null;
        int times = 0;
        for (Passage passage : passages) {
            String text = passage.text();
            for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
                int stop = at + name.length();
                String own = stop > text.length() ? "" : text.substring(at, stop);
                if (own.endsWith(end)
                        && !own.equals(name)
                        && Sought.kept("[\\u4e00-\\u9fa5]+").is(own)
                        && !Sought.kept("[的和与及由对在]").isIn(own)
                        && !listed.containsKey(own)
                        && !isPartOfListed(listed, text, at, stop)
                        && beginsThere(text, at)) {
                    times++;
                    found = new NameForms.Changed(own, passage.spot(at, stop), name, spot);
                }
            }
        }
        if (times == 1 && found != null) {
            changed.add(found);
        }
    }

    /** 由社会发展办公室牵头: a name begins at a mark or behind a word that stands before names. */
    private static boolean beginsThere(String text, int at) {
        return at == 0 || "，。；：、“（由经和与及向对在局委镇街院校".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static boolean isPartOfListed(Map<String, Spot> listed, String text, int start, int end) {
        return listed.keySet().stream().anyMatch(name -> {
            int at = text.indexOf(name);
            return at >= 0 && at < end && at + name.length() > start;
        });
    }
}
