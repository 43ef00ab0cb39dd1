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
 * An office of the province that the document calls 厅 twice or more and once 局, or the other way round, whatever and it has in its name: 省卫生和体育厅,
 * 省卫生与体育局. The same of an office of one city or county whose name has 和 here and 与 there.
 */
final class OfficeKinds {

    private static final Sought OFFICE = Sought.of(
            Pattern.compile("(?<name>[省市县区州](?![内外级直域管属])[\\u4e00-\\u9fa5]{2,10}?)(?<kind>厅|局|委员会)(?![长机级面部])"), "厅局委");

    private static final Sought OTHERS = Sought.of("[省市县区州局厅委]|各|有关|相关|等|主管|该|本|职能|直属|与会");
    private static final int OFTEN = 2;

    private record Office(String name, List<Spot> spots) {}

    private OfficeKinds() {}

    static List<NameForms.Changed> of(List<Passage> passages) {
        Map<String, Map<String, Office>> forms = new LinkedHashMap<>();
        for (Passage passage : passages) {
            Matcher office = OFFICE.in(passage);
            while (office.find()) {
                String name = office.group();
                if (!OTHERS.isIn(office.group("name").substring(1))) {
                    forms.computeIfAbsent(plain(name), key -> new LinkedHashMap<>())
                            .computeIfAbsent(name, key -> new Office(name, new ArrayList<>()))
                            .spots()
                            .add(passage.spot(office.start(), office.end()));
                }
            }
        }
        List<NameForms.Changed> changed = new ArrayList<>();
        for (Map<String, Office> form : forms.values()) {
            List<Office> offices = List.copyOf(form.values());
            if (offices.size() == 2) {
                boolean second =
                        offices.get(1).spots().size() <= offices.get(0).spots().size();
                Office odd = offices.get(second ? 1 : 0);
                Office usual = offices.get(second ? 0 : 1);
                if (odd.spots().size() == 1 && usual.spots().size() >= OFTEN) {
                    changed.add(new NameForms.Changed(
                            odd.name(),
                            odd.spots().get(0),
                            usual.name(),
                            usual.spots().get(0)));
                }
            }
        }
        return changed;
    }

    /** Its name without what may differ; only an office of the province may be called either. */
    private static String plain(String name) {
        String plain = Sought.kept("(?<=..)[和与及](?=..)").replaceAll(name, "和");
        return name.startsWith("省") ? Sought.kept("[厅局]$").replaceAll(plain, "厅") : plain;
    }
}
