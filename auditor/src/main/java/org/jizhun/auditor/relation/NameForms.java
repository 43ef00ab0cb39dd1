package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.text.Grid;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;

/**
 * Names of offices, units and projects that the document prints by themselves (in a cell, in quotation marks, in a list, in the
 * title) and elsewhere with another character or with their words exchanged: 渔业资源监测中心, 渔业监测资源中心. Two names that
 * both stand by themselves, or side by side in one paragraph or table, are two things.
 */
final class NameForms {

    private static final String SUFFIX =
            "局|厅|委员会|中心|医院|卫生院|学校|学院|大学|中学|小学|幼儿园|研究院|研究所|办事处|人民政府|管理处|监测站|服务站|监管所|支队|大队|公司|事务所|项目|工程|专项资金|专项经费|开发区|园区|示范区|水库|图书馆|博物馆|文化馆|体育馆";
    /** The characters that a name can end with. */
    private static final String LAST = Arrays.stream(SUFFIX.split("\\|", -1))
            .map(ending -> ending.substring(ending.length() - 1))
            .distinct()
            .collect(Collectors.joining());

    private static final Sought ENDS = Sought.of(SUFFIX);
    private static final Sought WHOLE = Sought.of("[\\u4e00-\\u9fa5]{4,22}(?:" + SUFFIX + ")");
    /** What is no part of a name though no mark parts it: 其中, 包括, 负责. */
    private static final String LEAD =
            "其中|包括|分别|由于|以及|或者|根据|按照|通过|对于|关于|为了|如果|因为|下设|所属|下属|主要|负责|完成|实施|推进|加强|组织|开展|年度|本年|上年|全年|市级|省级|县级|区级|一是|二是|三是|四是|五是|安排|支持|用于|涉及|围绕|积极|全部|部分|重点|有关|相关|各|该|本|我|与|和|及|由|对|在|将|为|从|向|按|经|如";

    private static final String CLOSING = "、，。；：”（)《（";
    /** Between marks: 、东海渔业资源监测中心、 or “…” or a line of its own; 下属单位有甲中心、. */
    private static final Sought BOUNDED = Sought.of("(?<=^|[、，。；：“（(《\\d.）有是括为设])(?!" + LEAD
            + ")(?<name>[\\u4e00-\\u9fa5]{4,22}?(?:" + SUFFIX + "))(?=$|[" + CLOSING + "])");

    private static final Sought LED = Sought.of("^(?:" + LEAD + ")");
    private static final Sought TELLING_APART =
            Sought.of("[\\d一二三四五六七八九十百两首次上中下左右前后内外大小新老旧高低初东南西北省市县区乡镇村街国甲乙丙丁男女公私水陆海江河湖山产收支入出总分主副正和与及的]");
    /** 某县人力资源和社会保障局2023年度部门整体支出绩效自评报告. */
    private static final Sought TITLE = Sought.of(
            "^(?:20\\d{2}年度?|关于)?(?<name>[\\u4e00-\\u9fa5]{4,22}?(?:" + SUFFIX + "))(?=20\\d{2}|关于|$|部门|整体|单位|支出|绩效)");

    private static final int TITLE_LINES = 4;
    private static final int LAST_LINES = 6;
    private static final int SHORTEST = 6;
    private static final int LONG = 9;
    private static final int MOST = 400;

    private record Seen(String text, Spot spot, int group) {}

    private final Map<String, Seen> known = new LinkedHashMap<>();
    private final Map<String, List<Seen>> bySuffix = new LinkedHashMap<>();

    /** A form of a known name that differs from it. */
    record Changed(String stated, Spot spot, String right, Spot of) {}

    static List<Changed> of(Claims claims) {
        NameForms forms = new NameForms();
        forms.collect(claims);
        return forms.known.size() > MOST ? List.of() : forms.changed(claims);
    }

    private void collect(Claims claims) {
        int group = 0;
        for (Grid grid : claims.manuscript().grids()) {
            group--;
            for (List<Passage> row : grid.rows()) {
                for (Passage cell : row) {
                    if (endsAsName(cell.text()) && WHOLE.is(cell.text())) {
                        know(cell.text(), cell.spot(), group);
                    }
                }
            }
        }
        for (Passage passage : claims.passages()) {
            Matcher title = TITLE.in(passage);
            if (passage.order() < TITLE_LINES && passage.text().length() <= 60 && title.find()) {
                know(title.group("name"), passage.spot(title.start("name"), title.end("name")), passage.order());
            }
            Matcher matcher = closesName(passage.text()) ? BOUNDED.in(passage) : null;
            while (matcher != null && matcher.find()) {
                know(matcher.group("name"), passage.spot(matcher.start("name"), matcher.end("name")), passage.order());
            }
        }
        for (Seen name : known.values()) {
            Matcher end = ENDS.in(name.text());
            String suffix = "";
            while (end.find()) {
                suffix = end.end() == name.text().length() ? end.group() : suffix;
            }
            bySuffix.computeIfAbsent(suffix, key -> new ArrayList<>()).add(name);
        }
    }

    /** Whether a mark, or the end, stands behind a character that a name can end with: without one nothing is bounded. */
    private static boolean closesName(String text) {
        for (int i = 1; i <= text.length(); i++) {
            boolean closes = i == text.length() || CLOSING.indexOf(text.charAt(i)) >= 0;
            if (closes && LAST.indexOf(text.charAt(i - 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAsName(String text) {
        return !text.isEmpty() && LAST.indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    private void know(String name, Spot spot, int group) {
        if (name.length() >= SHORTEST && !LED.isIn(name)) {
            known.putIfAbsent(name, new Seen(name, spot, group));
        }
    }

    private List<Changed> changed(Claims claims) {
        List<Changed> changed = new ArrayList<>(cells(claims.passages()));
        for (Passage passage : known.isEmpty() ? List.<Passage>of() : claims.passages()) {
            String text = passage.text();
            boolean none = bySuffix.keySet().stream().noneMatch(text::contains);
            Matcher end = none ? null : ENDS.in(passage);
            while (end != null && end.find()) {
                for (Seen name : bySuffix.getOrDefault(end.group(), List.of())) {
                    int start = end.end() - name.text().length();
                    if (start >= 0 && name.group() != passage.order()) {
                        String own = text.substring(start, end.end());
                        if (isSlip(own, name.text())
                                && !known.containsKey(own)
                                && !text.contains(name.text())
                                && once(own, claims)
                                && !ofKnown(text, start, end.end())) {
                            changed.add(new Changed(own, passage.spot(start, end.end()), name.text(), name.spot()));
                            break;
                        }
                    }
                }
            }
        }
        return changed;
    }

    /** A cell that names the office that signs the report, with another character or two. */
    private List<Changed> cells(List<Passage> passages) {
        List<Changed> changed = new ArrayList<>();
        for (int i = passages.size() - 1; i >= Math.max(0, passages.size() - LAST_LINES); i--) {
            Seen signed = known.get(passages.get(i).text());
            if (signed == null || signed.text().length() < LONG) {
                continue;
            }
            for (Seen name : known.values()) {
                boolean like = name.group() < 0
                        && name.text().length() == signed.text().length();
                if (like && isSlip(name.text(), signed.text())) {
                    changed.add(new Changed(name.text(), name.spot(), signed.text(), signed.spot()));
                }
            }
        }
        return changed;
    }

    /** Whether the words end with another known name, of which they hold the end only. */
    private boolean ofKnown(String text, int start, int end) {
        for (int from = Math.max(0, end - 26); from < end - SHORTEST; from++) {
            if (known.containsKey(text.substring(from, end)) && from != start) {
                return true;
            }
        }
        return false;
    }

    private static boolean once(String name, Claims claims) {
        int count = 0;
        for (Passage passage : claims.passages()) {
            int at = passage.text().indexOf(name);
            while (at >= 0) {
                count++;
                at = passage.text().indexOf(name, at + 1);
            }
        }
        return count == 1;
    }

    /** One character inside is another, two in a long name, or the words between the ends are exchanged. */
    static boolean isSlip(String own, String name) {
        if (own.equals(name) || (own.charAt(0) != name.charAt(0) && !areExchanged(own, name))) {
            return false;
        }
        int apart = 0;
        for (int i = 0; i < own.length(); i++) {
            if (own.charAt(i) != name.charAt(i)) {
                apart++;
                boolean tells = TELLING_APART.isIn("" + own.charAt(i)) && TELLING_APART.isIn("" + name.charAt(i));
                if (own.charAt(i) < '\u4e00' || own.charAt(i) > '\u9fa5' || (tells && !isAnd(own, name, i))) {
                    return false;
                }
            }
        }
        return (apart == 1 && own.length() > SHORTEST)
                || (apart == 2 && own.length() >= LONG)
                || areExchanged(own, name);
    }

    /** 人力资源与社会保障局 for 人力资源和社会保障局. */
    private static boolean isAnd(String own, String name, int at) {
        return "和与及".indexOf(own.charAt(at)) >= 0 && "和与及".indexOf(name.charAt(at)) >= 0;
    }

    private static boolean areExchanged(String own, String name) {
        if (own.length() < SHORTEST || own.chars().sum() != name.chars().sum()) {
            return false;
        }
        char[] one = own.toCharArray();
        char[] two = name.toCharArray();
        Arrays.sort(one);
        Arrays.sort(two);
        return Arrays.equals(one, two);
    }
}
