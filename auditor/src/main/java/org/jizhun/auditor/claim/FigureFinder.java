package org.jizhun.auditor.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.quantity.Exact;

/**
 * Finds the figures of a passage. Years, dates, document numbers, clauses, telephone numbers, list numbers and codes are
 * taken out first, so that what is left measures something.
 */
final class FigureFinder {

    /** The figures of a passage in order, and what was set aside as no figure. */
    record Found(List<Figure> figures, List<Token> others) {}

    private static final String DAY = "\\d{1,2}月\\d{1,2}[日号]?";
    private static final Map<Token.What, Sought> OTHERS = new LinkedHashMap<>();
    private static final String CLASSIFIERS =
            "个月|个工作日|工作日|个|项次|项|家次|家|条|人次|人份|人|名|位(?!于|列|居)|次|场次|场|期|件次|件|笔|单(?!位|价|项|独|个)|票|份|篇|类|户次|户|宗|例|批次|批|处|所|座|台次|台套|台|套|辆次|辆|起|只|支|公里|亩|天|"
                    + "公斤|千克|尾|羽|标准箱|标箱|平方公里|立方米|公顷|盏|间|株|棵|头|口|眼|课时|学时|分钟|床日|校次|"
                    + "平方米|吨|片(?!区)|千米|米|小时|月|周|年|种|部|册|卷|本|张|栋|幢|艘|架|根(?!据)|块|标段|段|组(?!织|成|建)|床|枚|幅|车次|班次|站次|处次|所次|千瓦时|千瓦|兆瓦|轮|届|级|门|道|万人次|万人|亿次|万次|万件";
    private static final Sought NUMBER =
            Sought.of("(?<sign>[-+±])?(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)"
                    + "(?<plus>余(?![下额款])|多(?![支收出缴付拨用发]))?(?<unit>个百分点|百分点|%|‰|万元|亿元|千元|百万元|元|分(?!别|为[两二三四五六七八九十若多]|成|类|析|组(?!成)|解|步|工|管|布|局|层|期|批|钟|之|配|摊|项|档|级|期)|"
                    + "(?<size>[万亿]|千(?=人))?(?<classifier>" + CLASSIFIERS + ")?)");
    private static final Sought CHINESE = Sought.of(
            Pattern.compile(
                    "(?<![第十百千一二三四五六七八九〇])(?<number>[两二三四五六七八九]|[二三四五六七八九]?十[一二三四五六七八九]?)(?<unit>大类|个|项|家|条|名|场|次|类|方面|大)(?!人次)"),
            "两二三四五六七八九十",
            "大个项家条名场次类方");

    /** Digits in a row that a telephone number and a code without letters have at least. */
    private static final int SHORTEST_PHONE = 7;

    private static final int SHORTEST_CODE = 11;

    /** Digits behind the point; a number with more is what a machine left behind, and beyond what is rounded exactly. */
    private static final int MOST_DECIMALS = 16;

    static {
        put(
                Token.What.DOCUMENT_NUMBER,
                "[〔\\[【（](?:19|20)\\d{2}[〕\\]】）]第?\\d{1,4}号|第\\d{1,5}号|(?:GB|DB|ISO)[/TA-Z]*\\s?\\d+(?:[.-]\\d+)*",
                "号GDI");
        put(
                Token.What.DATE,
                "(?:19|20)\\d{2}年(?:" + DAY + "|\\d{1,2}月份?)|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}(?!\\d)|"
                        + "(?<!\\d)\\d{1,2}月(?:\\d{1,2}[日号]|份|底|初|末|中旬|上旬|下旬)|(?<![\\d.])(?:1[0-2]|[1-9])月|(?<!\\d)\\d{1,2}(?:至|-|—|～|~)\\d{1,2}月份?|"
                        + "(?<=[年至到-])\\d{1,2}月",
                "月-/.");
        put(
                Token.What.YEAR,
                "(?<![\\d.,])(?:19|20)\\d{2}(?:[-—～~至](?:19|20)\\d{2})?年度?|(?<![\\d.,])20\\d{2}(?=[届级])|(?<=[（《、至])(?:19|20)\\d{2}(?=[）》、至])");
        put(Token.What.CLAUSE, "第[\\d一二三四五六七八九十百]+[条款章节页期届次季]", "第");
        put(Token.What.PHONE, "(?<![\\d.])(?:0\\d{2,3}-?\\d{7,8}|1[3-9]\\d{9})(?![\\d.])");
        put(
                Token.What.CODE,
                "(?<![\\d.,])[A-Z]*\\d{11,}[A-Z\\d]*(?![\\d.])|[A-Z]{1,6}-?\\d+(?:[-.]\\d+)*|\\d+[A-Z]{1,4}(?![a-z])");
        put(Token.What.ORDINAL, "第[\\d一二三四五六七八九十]+|[Nn]o\\.?\\s?\\d+", "第Nn");
        put(
                Token.What.LIST_NUMBER,
                "^(?:\\d{1,2}(?:\\.\\d{1,2}){0,3}[.、．](?!\\d)|\\d{1,2}(?:\\.\\d{1,2}){2,3}(?=[\\u4e00-\\u9fa5“])|"
                        + "\\d{1,2}\\.\\d{1,2}(?=[\\u4e00-\\u9fa5“])(?![万亿千百元分余多以倍]|" + CLASSIFIERS
                        + ")|（\\d{1,2}）|\\d{1,2}）|[①-⑳])|"
                        + "(?<=[。；：;:!])(?:\\d{1,2}[.、](?!\\d)|（\\d{1,2}）|\\d{1,2}）|[①-⑳])|附[件表图]\\d{1,2}(?:-\\d)?|表\\d{1,2}(?:-\\d{1,2})?(?![\\d份张,])|图\\d{1,2}(?:-\\d{1,2})?");
    }

    private static void put(Token.What what, String pattern, String... needs) {
        OTHERS.put(what, Sought.of(Pattern.compile(pattern), needs));
    }

    private FigureFinder() {}

    static Found find(Passage passage) {
        String text = passage.text();
        int longest = longestNumber(text);
        boolean digits = longest > 0;
        List<Token> others = digits && !isBareNumber(text) ? others(passage, longest) : List.of();
        List<Figure> figures = new ArrayList<>();
        Matcher matcher = NUMBER.in(text);
        while (digits && matcher.find()) {
            boolean own = !covered(others, matcher.start("number")) && !glued(text, matcher);
            if (own && decimals(matcher.group("number")) <= MOST_DECIMALS) {
                figures.add(figure(passage, matcher));
            }
        }
        Matcher chinese = CHINESE.in(passage);
        while (chinese.find()) {
            if (!covered(others, chinese.start())) {
                figures.add(chineseCount(passage, chinese));
            }
        }
        figures.sort(Comparator.comparingInt(Figure::start));
        return new Found(List.copyOf(sharingUnit(text, figures)), others);
    }

    /** 18.6、12.4、15.2万元: the unit behind the last of a list is that of all. */
    private static List<Figure> sharingUnit(String text, List<Figure> figures) {
        List<Figure> all = new ArrayList<>(figures);
        for (int i = all.size() - 2; i >= 0; i--) {
            Figure figure = all.get(i);
            Figure next = all.get(i + 1);
            String between = text.substring(Math.min(figure.end(), next.start()), next.start());
            boolean listed = figure.kind() == Figure.Kind.PLAIN
                    && (between.equals("、") || between.equals("和"))
                    && next.nearness() == Figure.Nearness.EXACT
                    && (next.kind() == Figure.Kind.AMOUNT
                            || next.kind() == Figure.Kind.PERCENT
                            || next.kind() == Figure.Kind.POINTS)
                    && (figure.scale() > 0 || next.scale() == 0);
            if (listed) {
                all.set(
                        i,
                        Units.figure(
                                figure.passage(),
                                figure.start(),
                                figure.end(),
                                figure.printed(),
                                figure.scale(),
                                next.unit(),
                                figure.nearness()));
            }
        }
        return all;
    }

    /** @param longest digits in a row */
    private static List<Token> others(Passage passage, int longest) {
        List<Token> others = new ArrayList<>();
        boolean code = longest >= SHORTEST_CODE || hasCapital(passage.text());
        OTHERS.forEach((what, pattern) -> {
            if ((what == Token.What.PHONE && longest < SHORTEST_PHONE) || (what == Token.What.CODE && !code)) {
                return;
            }
            Matcher matcher = pattern.in(passage);
            while (matcher.find()) {
                if (!covered(others, matcher.start()) && matcher.end() > matcher.start()) {
                    others.add(new Token(what, matcher.start(), matcher.end()));
                }
            }
        });
        others.sort(Comparator.comparingInt(Token::start));
        return List.copyOf(others);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** How many digits stand in a row at most. */
    private static int longestNumber(String text) {
        int longest = 0;
        int own = 0;
        for (int i = 0; i < text.length(); i++) {
            own = isDigit(text.charAt(i)) ? own + 1 : 0;
            longest = Math.max(longest, own);
        }
        return longest;
    }

    private static boolean hasCapital(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return true;
            }
        }
        return false;
    }

    /** Digits with commas and one point among them, as most cells hold: neither year nor anything else that is no figure. */
    private static boolean isBareNumber(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            points += character == '.' ? 1 : 0;
            boolean parts = character == ',' || character == '.';
            boolean between = parts && i + 1 < text.length() && isDigit(text.charAt(i + 1));
            if (!isDigit(character) && !between) {
                return false;
            }
        }
        return points <= 1 && text.length() <= SHORTEST_PHONE && !text.contains("19") && !text.contains("20");
    }

    private static boolean covered(List<Token> others, int at) {
        for (Token other : others) {
            if (other.start() <= at && at < other.end()) {
                return true;
            }
        }
        return false;
    }

    /** Digits that belong to a longer word, such as A4 or 3D. */
    private static boolean glued(String text, Matcher matcher) {
        int before = matcher.start("number") - 1;
        int after = matcher.end("number");
        boolean ends = matcher.end() == after && after < text.length();
        return (before >= 0 && isLatin(text.charAt(before))) || (ends && isLatin(text.charAt(after)));
    }

    private static int decimals(String number) {
        int point = number.indexOf('.');
        return point < 0 ? 0 : number.length() - point - 1;
    }

    private static boolean isLatin(char character) {
        return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
    }

    private static Figure figure(Passage passage, Matcher matcher) {
        String text = passage.text();
        BigDecimal number = new BigDecimal(matcher.group("number").replace(",", ""));
        boolean minus = "-".equals(matcher.group("sign")) && signCounts(text, matcher.start());
        Exact printed = Exact.of(minus ? number.negate() : number);
        int start = minus ? matcher.start() : matcher.start("number");
        String unit = matcher.group("unit") == null ? "" : matcher.group("unit");
        Figure.Nearness nearness = Nearby.of(text, start, matcher.end(), matcher.group("plus") != null);
        return Units.figure(passage, start, matcher.end(), printed, Math.max(0, number.scale()), unit, nearness);
    }

    /** A dash between two figures or after a word is a range or a mark, not a sign. */
    private static boolean signCounts(String text, int at) {
        return at == 0 || "（，：；、为是 =".indexOf(text.charAt(at - 1)) >= 0;
    }

    private static Figure chineseCount(Passage passage, Matcher matcher) {
        Exact value = Exact.of(Numerals.value(matcher.group("number")));
        return new Figure(
                passage,
                matcher.start(),
                matcher.end(),
                Figure.Kind.COUNT,
                value,
                0,
                Exact.ONE,
                matcher.group("unit"),
                Figure.Nearness.EXACT);
    }
}
