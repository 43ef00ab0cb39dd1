package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/**
 * Titles and names that change within the document: two titles in 《》 that differ in one word only, and one quoted name
 * followed by 专项行动 here and 专项活动 there. Which is right the document does not say; the one met less often is told.
 */
final class Names implements Relation {

    private static final Sought TITLE = Sought.of(Pattern.compile("《(?<title>[^《》]{8,60})》"));
    private static final Sought QUOTED = Sought.of(
            Pattern.compile(
                    "“(?<name>[^“”]{2,12})”(?<what>[\\u4e00-\\u9fa5]{0,4}(?:专项|系列|主题|三年|攻坚)[\\u4e00-\\u9fa5]{0,2}?)(?<kind>行动|活动|工程|计划|工作|项目|整治)"));
    private static final Sought NUMBERS = Sought.of("[\\d一二三四五六七八九十百千上下左右前后甲乙丙丁]");
    private static final Sought PROJECT = Sought.of(
            "年度?(?<name>[\\u4e00-\\u9fa5（）]{6,40}?(?<end>项目|专项资金|专项经费|专项|工程|资金|经费|补助|补贴))(?:支出)?(?:重点|年度|财政|部门)*(?:绩效)?(?:自评|评价|监控|绩效)");
    private static final String COMPANY_NAME =
            "[\\u4e00-\\u9fa5（）]{4,24}?(?:有限责任公司|股份有限公司|有限公司|会计师事务所|律师事务所)(?:（[^）]{2,8}）)?";
    private static final Sought COMPANY_CELL = Sought.of(COMPANY_NAME);
    private static final Sought COMPANY =
            Sought.of(Pattern.compile("[\\u4e00-\\u9fa5]{4,40}?(?:有限责任公司|股份有限公司|有限公司|会计师事务所|律师事务所)"), "司所");
    /** What stands before a name in running text. */
    private static final Sought BEFORE_NAME = Sought.of("^.*(?:由|委托|聘请|与|和|向|及|单位|供应商|中标人|施工方|为|是|受|给|系|即|以及)(?=.{8})");

    private static final Sought PLACES = Sought.of("[东西南北中省市县区新老大小和与及]");
    private static final Sought OTHER_PLACE = Sought.of("[东西南北中市省县区州乡镇街村新老大小国]");
    private static final Sought OFFICE = Sought.of(
            "(?:20\\d{2}年度?|^|关于)(?<name>[\\u4e00-\\u9fa5]{6,24}?(?:管理局|发展局|建设局|执法局|体育局|旅游局|保障局|资源局|环境局|农村局|财政局|教育局|民政局|司法局|审计局|统计局|水利局|交通局|公安局|商务局|信息化局|应急局|林业局|人民政府|办事处|管理委员会|委员会|人民医院|职业技术学院|大学))(?=20\\d{2}|关于|$|部门|整体|单位)");
    private static final Sought FUND = Sought.of("[资基]金|经费|补助|补贴");
    private static final int LONGEST_PHRASE = 4;
    private static final int LONG_NAME = 10;
    private static final int MOST = 400;

    private record Name(String text, Spot spot) {}

    @Override
    public String name() {
        return "names";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        Map<String, List<Name>> titles = new LinkedHashMap<>();
        Map<String, List<Name>> quoted = new LinkedHashMap<>();
        for (Passage passage : claims.passages()) {
            Matcher title = TITLE.in(passage);
            while (title.find()) {
                Name name = new Name(title.group("title"), passage.spot(title.start("title"), title.end("title")));
                titles.computeIfAbsent(name.text(), key -> new ArrayList<>()).add(name);
            }
            Matcher quote = QUOTED.in(passage);
            while (quote.find()) {
                String key = quote.group("name") + "/" + quote.group("what");
                Spot spot = passage.spot(quote.start(), quote.end());
                quoted.computeIfAbsent(key, same -> new ArrayList<>()).add(new Name(quote.group(), spot));
            }
        }
        if (titles.size() <= MOST) {
            titles(new ArrayList<>(titles.values()), ledger);
        }
        quoted.values().forEach(same -> kinds(same, ledger));
        project(claims.passages(), ledger);
        office(claims.passages(), ledger);
        DocumentNumbers.examine(claims, ledger);
        companies(claims, ledger);
        List<NameForms.Changed> changed = new ArrayList<>(HomeNames.of(claims.passages()));
        changed.addAll(NameForms.of(claims));
        changed.addAll(PlaceNames.of(claims));
        changed.addAll(OtherKinds.of(claims.passages()));
        changed.addAll(InnerOffices.of(claims.passages()));
        changed.addAll(OwnOffice.of(claims.passages()));
        changed.addAll(OfficeKinds.of(claims.passages()));
        changed.addAll(OldNames.of(claims.passages()));
        for (NameForms.Changed one : changed) {
            boolean told = ledger.findings().stream()
                    .anyMatch(finding -> finding.where().line() == one.spot().line()
                            && Math.abs(finding.where().column() - one.spot().column()) <= LONG_NAME);
            if (!told) {
                tell(new Name(one.stated(), one.spot()), new Name(one.right(), one.of()), ledger);
            }
        }
    }

    /** The project that the title names, in the text but for a character or two. */
    private static void project(List<Passage> passages, Ledger ledger) {
        for (Passage title : passages.subList(0, Math.min(6, passages.size()))) {
            Matcher own = PROJECT.in(title.text());
            if (title.text().length() <= 60 && own.find() && own.group("name").length() >= LONG_NAME) {
                Name right = new Name(own.group("name"), title.spot(own.start("name"), own.end("name")));
                String end = own.group("end");
                passages.stream()
                        .filter(passage -> passage.order() > title.order())
                        .forEach(passage -> changed(passage, right, end, ledger));
                return;
            }
        }
    }

    /** The department that the title names, in the text but for one character. */
    private static void office(List<Passage> passages, Ledger ledger) {
        for (Passage title : passages.subList(0, Math.min(4, passages.size()))) {
            Matcher own = OFFICE.in(title.text());
            if (title.text().length() <= 60 && own.find()) {
                Name right = new Name(own.group("name"), title.spot(own.start("name"), own.end("name")));
                String last = right.text().substring(right.text().length() - 2);
                for (Passage passage : passages) {
                    if (passage.order() > title.order()) {
                        office(passage, right, last, ledger);
                    }
                }
                return;
            }
        }
    }

    private static void office(Passage passage, Name right, String last, Ledger ledger) {
        String text = passage.text();
        int length = right.text().length();
        for (int end = text.indexOf(last); end >= 0; end = text.indexOf(last, end + 1)) {
            int stop = end + last.length();
            String own = stop < length ? "" : text.substring(stop - length, stop);
            if (differing(own, right.text()) == 1 && !isOtherPlace(own, right.text())) {
                tell(new Name(own, passage.spot(stop - length, stop)), right, ledger);
            }
        }
    }

    private static boolean isOtherPlace(String one, String two) {
        int at = 0;
        while (one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return NUMBERS.isIn(one.substring(at, at + 1)) || OTHER_PLACE.isIn("" + one.charAt(at) + two.charAt(at));
    }

    private static void changed(Passage passage, Name right, String last, Ledger ledger) {
        String text = passage.text();
        int length = right.text().length();
        for (int end = text.indexOf(last); end >= 0; end = text.indexOf(last, end + 1)) {
            int stop = end + last.length();
            int start = stop - length;
            String own = start < 0 ? "" : text.substring(start, stop);
            int apart = differing(own, right.text());
            if (apart > 0 && apart <= 2 && own.charAt(0) == right.text().charAt(0) && !NUMBERS.isIn(own)) {
                tell(new Name(own, passage.spot(start, stop)), right, ledger);
            }
        }
    }

    /** How many characters two names of one length differ in; -1 for names of other lengths. */
    private static int differing(String one, String two) {
        if (one.length() != two.length()) {
            return -1;
        }
        int count = 0;
        for (int i = 0; i < one.length(); i++) {
            count += one.charAt(i) == two.charAt(i) ? 0 : 1;
        }
        return count;
    }

    /** Companies named in full that differ by one character: the name met less often, or else later, is told. */
    private static void companies(Claims claims, Ledger ledger) {
        Map<String, List<Name>> clean = new LinkedHashMap<>();
        claims.manuscript()
                .grids()
                .forEach(grid -> grid.rows()
                        .forEach(row -> row.forEach(cell -> {
                            if (COMPANY_CELL.is(cell.text())) {
                                clean.computeIfAbsent(cell.text(), key -> new ArrayList<>())
                                        .add(new Name(cell.text(), cell.spot()));
                            }
                        })));
        int cells = clean.size();
        for (Passage passage : claims.passages()) {
            Matcher matcher = COMPANY.in(passage);
            while (matcher.find()) {
                Matcher lead = BEFORE_NAME.in(matcher.group());
                int start = matcher.start() + (lead.find() ? lead.end() : 0);
                Name name =
                        new Name(passage.text().substring(start, matcher.end()), passage.spot(start, matcher.end()));
                clean.computeIfAbsent(name.text(), key -> new ArrayList<>()).add(name);
            }
        }
        List<List<Name>> names = new ArrayList<>(clean.values());
        for (int i = 0; i < names.size() && names.size() <= MOST; i++) {
            for (int j = i + 1; j < names.size(); j++) {
                boolean bothCells = j < cells;
                String one = names.get(i).get(0).text();
                String two = names.get(j).get(0).text();
                if (!bothCells && isSlip(one, two)) {
                    boolean second = names.get(j).size() <= names.get(i).size();
                    Name wrong = names.get(second ? j : i).get(0);
                    tell(wrong, names.get(second ? i : j).get(0), ledger);
                }
            }
        }
    }

    /** One character differs, and it tells no two companies apart that belong together. */
    private static boolean isSlip(String one, String two) {
        if (one.length() < 8 || differing(one, two) != 1) {
            return false;
        }
        int at = 0;
        while (one.charAt(at) == two.charAt(at)) {
            at++;
        }
        String both = "" + one.charAt(at) + two.charAt(at);
        return !NUMBERS.isIn(both) && !PLACES.isIn(both);
    }

    private static void titles(List<List<Name>> titles, Ledger ledger) {
        for (int i = 0; i < titles.size(); i++) {
            for (int j = i + 1; j < titles.size(); j++) {
                List<Name> one = titles.get(i);
                List<Name> two = titles.get(j);
                if (areOne(one.get(0).text(), two.get(0).text())) {
                    boolean second = two.size() <= one.size();
                    tell(second ? two.get(0) : one.get(0), second ? one.get(0) : two.get(0), ledger);
                }
            }
        }
    }

    /** Whether two titles are the same but for one word of two characters at most, which is no number. */
    private static boolean areOne(String one, String two) {
        int start = 0;
        int shorter = Math.min(one.length(), two.length());
        while (start < shorter && one.charAt(start) == two.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one.charAt(one.length() - 1 - end) == two.charAt(two.length() - 1 - end)) {
            end++;
        }
        String first = one.substring(start, one.length() - end);
        String second = two.substring(start, two.length() - end);
        boolean small = first.length() <= 2 && second.length() <= 2 && start + end >= 8 && start >= 4;
        boolean phrase = first.length() <= LONGEST_PHRASE
                && second.length() <= LONGEST_PHRASE
                && start >= LONG_NAME - 2
                && end >= LONG_NAME / 2
                && endsAlike(
                        one.substring(start, one.length() - end + 1), two.substring(start, two.length() - end + 1));
        return (small || phrase)
                && !NUMBERS.isIn(first + second)
                && !Sought.kept(".*[A-Za-z（）].*").is(first + second);
    }

    /** 专项资金 and 发展基金 of one fund: both are called a fund. */
    private static boolean endsAlike(String one, String two) {
        return FUND.isIn(one) && FUND.isIn(two);
    }

    private static void kinds(List<Name> same, Ledger ledger) {
        Map<String, Integer> votes = new HashMap<>();
        same.forEach(name -> votes.merge(name.text(), 1, Integer::sum));
        if (votes.size() != 2) {
            return;
        }
        Name usual = same.get(0);
        for (Name name : same) {
            usual = votes.getOrDefault(name.text(), 0) > votes.getOrDefault(usual.text(), 0) ? name : usual;
        }
        for (Name name : same) {
            if (!name.text().equals(usual.text())) {
                tell(name, usual, ledger);
                return;
            }
        }
    }

    private static void tell(Name wrong, Name right, Ledger ledger) {
        Problem problem = Problem.of(
                "name-changes",
                Place.NONE,
                "stated",
                wrong.text(),
                "expected",
                right.text(),
                "line",
                right.spot().line());
        ledger.find(Finding.of(
                Kind.NAME, wrong.text(), Optional.of(right.text()), problem, wrong.spot(), List.of(right.spot())));
    }
}
