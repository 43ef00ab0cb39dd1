package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * The place and the office that the title names: 潇阳县 of which all speaks, and once 湘阳县交通运输局; a report of one hospital signed
 * by another.
 */
final class HomeNames {

    /** 潇阳县 at the beginning of a title, after 2023年 or 关于. */
    private static final Sought PLACE = Sought.of(
            "^(?:20\\d{2}年度?|关于)?(?:[\\u4e00-\\u9fa5]{2,3}省)?(?:[\\u4e00-\\u9fa5]{2,3}市)??(?<name>[\\u4e00-\\u9fa5]{2,3})(?<level>县|市|区|镇|乡|旗|州)");

    private static final Sought OFFICE = Sought.of(
            "^(?:20\\d{2}年度?|关于)?(?<name>[\\u4e00-\\u9fa5]{2,22}?(?:局|厅|委员会|医院|学校|学院|大学|中学|小学|中心|人民政府|办事处|研究院|研究所|委))(?=20\\d{2}|关于|$|部门|整体|单位|项目|本级)");
    /** 沅安县中医医院, alone on one of the last lines. */
    private static final Sought SIGNED = Sought.of(
            "(?<name>[\\u4e00-\\u9fa5]{4,24}(?:局|厅|委员会|医院|学校|学院|大学|中学|小学|中心|人民政府|办事处|研究院|研究所))(?:（盖?章）|（公章）)?(?:[二20][〇○零\\d].*日)?");

    /** 交通运输局, right behind the place. */
    private static final Pattern OFFICE_OF_PLACE =
            Pattern.compile("(?:人民政府|[\\u4e00-\\u9fa5]{2,10}?(?:局|委员会|中心|医院|学校|办公室))");

    /** 与云溪县财政局: another place that is meant. */
    private static final Sought WITH = Sought.of("[与和同及、]$|对口|帮扶|支援|学习|考察|借鉴|联合|邻|赴|参照|比");

    private static final int TITLE_LINES = 4;
    private static final int LAST_LINES = 6;
    private static final int OFTEN = 3;

    private HomeNames() {}

    static List<NameForms.Changed> of(List<Passage> passages) {
        List<NameForms.Changed> changed = new ArrayList<>();
        List<Passage> titles = passages.subList(0, Math.min(TITLE_LINES, passages.size())).stream()
                .filter(passage -> passage.text().length() <= 60)
                .toList();
        for (Passage title : titles) {
            Matcher place = PLACE.in(title.text());
            if (place.find()) {
                Spot spot = title.spot(place.start("name"), place.end());
                place(passages, place.group("name"), place.group("level"), spot, changed);
                break;
            }
        }
        for (Passage title : titles) {
            Matcher office = OFFICE.in(title.text());
            if (office.find()) {
                Spot spot = title.spot(office.start("name"), office.end("name"));
                signature(passages, office.group("name"), spot).ifPresent(changed::add);
                break;
            }
        }
        return changed;
    }

    /** Another place of as many characters, one of them the same, that has an office of the place of the title. */
    private static void place(
            List<Passage> passages, String name, String level, Spot spot, List<NameForms.Changed> changed) {
        String home = name + level;
        long own = passages.stream()
                .filter(passage -> passage.text().contains(home))
                .count();
        if (own < OFTEN) {
            return;
        }
        Map<String, Integer> votes = new HashMap<>();
        Map<String, NameForms.Changed> first = new HashMap<>();
        for (Passage passage : passages) {
            String text = passage.text();
            for (int at = text.indexOf(level); at >= 0; at = text.indexOf(level, at + 1)) {
                int start = at - name.length();
                String other = start < 0 ? "" : text.substring(start, at + 1);
                if (!other.isEmpty()
                        && isLike(other, home)
                        && !WITH.isIn(text.substring(Math.max(0, start - 6), start))
                        && OFFICE_OF_PLACE
                                .matcher(text)
                                .region(at + 1, text.length())
                                .lookingAt()) {
                    votes.merge(other, 1, Integer::sum);
                    first.putIfAbsent(other, new NameForms.Changed(other, passage.spot(start, at + 1), home, spot));
                }
            }
        }
        first.forEach((other, found) -> {
            if (votes.getOrDefault(other, 0) == 1) {
                changed.add(found);
            }
        });
    }

    /** One character differs; a level word in front (全县, 各县) makes no name. */
    private static boolean isLike(String other, String home) {
        int apart = 0;
        for (int i = 0; i < home.length(); i++) {
            apart += other.charAt(i) == home.charAt(i) ? 0 : 1;
            if (other.charAt(i) < '\u4e00' || other.charAt(i) > '\u9fa5') {
                return false;
            }
        }
        return apart == 1 && !Sought.kept(".*[的了在和与及对由向为全各该本我省市县区等按据于中是至同].*.").is(other);
    }

    /** The office that signs is that of the title, or part of it, or another kind of office. */
    private static Optional<NameForms.Changed> signature(List<Passage> passages, String office, Spot spot) {
        String kind = office.substring(office.length() - 2);
        for (int i = passages.size() - 1; i >= Math.max(TITLE_LINES, passages.size() - LAST_LINES); i--) {
            Passage passage = passages.get(i);
            Matcher signed = SIGNED.in(passage);
            if (!signed.matches()) {
                continue;
            }
            String name = signed.group("name");
            boolean slip = name.length() == office.length() && !name.equals(office) && NameForms.isSlip(name, office);
            boolean same = slip
                    || (name.endsWith(kind)
                            && name.substring(0, 2).equals(office.substring(0, 2))
                            && !name.contains(office)
                            && !office.contains(name)
                            && Math.abs(name.length() - office.length()) <= 4
                            && common(name, office) * 3 >= 2L * Math.min(name.length(), office.length()));
            boolean elsewhere = passages.stream()
                    .anyMatch(other ->
                            other.order() != passage.order() && other.text().contains(name));
            return same && !elsewhere
                    ? Optional.of(new NameForms.Changed(
                            name, passage.spot(signed.start("name"), signed.end("name")), office, spot))
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /** How many characters of one stand in the other. */
    private static long common(String one, String two) {
        return one.chars().filter(character -> two.indexOf(character) >= 0).count();
    }
}
