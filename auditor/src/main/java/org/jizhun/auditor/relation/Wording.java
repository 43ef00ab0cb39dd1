package org.jizhun.auditor.relation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.auditor.text.Spot;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.yaml.YamlNode;

/** Slips of the pen in set phrases: doubled, missing and wrong characters. The slips are the data of {@code slips.yaml}. */
final class Wording implements Relation {

    /** @param literal characters that stand in every match, looked for first since that is quick */
    private record Slip(int rank, Pattern pattern, Sought sought, String literal, String right) {

        static Slip of(int rank, String wrong, String right) {
            String literal = "";
            String plain = Sought.kept("\\(\\?[^)]*\\)").replaceAll(wrong, " ");
            for (String run : Sought.kept("\\([^)]*\\)|\\[[^]]*\\]")
                    .replaceAll(plain, " ")
                    .split("[^\\u4e00-\\u9fa5]+", -1)) {
                literal = run.length() > literal.length() ? run : literal;
            }
            Pattern pattern = Pattern.compile(wrong);
            return new Slip(rank, pattern, Sought.of(pattern), plain.contains("|") ? "" : literal, right);
        }

        /** What the words found from a place on should read. */
        String right(String text, int start) {
            Matcher matcher = pattern.matcher(text);
            StringBuilder whole = new StringBuilder();
            if (matcher.find(start)) {
                matcher.appendReplacement(whole, right);
            }
            return whole.substring(start);
        }
    }

    private static final YamlNode ROOT = root();
    private static final List<Slip> SLIPS = read();
    private static final Map<Character, List<Slip>> BY_FIRST = SLIPS.stream()
            .filter(slip -> !slip.literal().isEmpty())
            .collect(Collectors.groupingBy(slip -> slip.literal().charAt(0)));

    private static final BitSet WITHOUT_LITERAL = withoutLiteral();
    private static final DoubledWords DOUBLED = DoubledWords.of(ROOT);
    private static final SetPhrases PHRASES = SetPhrases.of(ROOT, DOUBLED);
    private static final Sought TWICE = Sought.of(
            Pattern.compile(
                    "(?<word>绩效|预算|支出|管理|工作|进行|开展|加强|情况|完成|资金|提高|进一步|落实|财政|目标|制度|推进|组织|以及|或者|并且|通过|根据|按照|存在|实现|持续|不断|有效|切实|积极|认真|逐步|稳步|大力|着力|严格|及时|充分|确保|推动|促进|增强|加快|继续|深入|广泛|大幅|明显|显著|较好|较大|由于|因此|同时|此外|对于|关于|为了|其中|目前|已经|需要|可以|能够|应当|应该|必须|予以|给予|达到|未能|尚未|仍然|主要|以上|以下|以内|以来|左右|其他|相关|具体|全部|全面|部分)\\k<word>"));
    private static final Pattern MARKS = Pattern.compile("，，|。。|、、|；；|，。|。，|、，|，、|；。|。；");

    @Override
    public String name() {
        return "wording";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            int[] told = new int[passage.text().length() + 1];
            for (SetPhrases.Found found : PHRASES.in(passage.text())) {
                tellPhrase(passage, found, told, ledger);
            }
            BitSet possible = possible(passage.text());
            for (int rank = possible.nextSetBit(0); rank >= 0; rank = possible.nextSetBit(rank + 1)) {
                Slip slip = SLIPS.get(rank);
                Matcher matcher = slip.sought().in(passage);
                while (matcher.find()) {
                    String right = slip.right(passage.text(), matcher.start());
                    tell(passage, matcher.start(), matcher.end(), right, told, ledger);
                }
            }
            if (repeats(passage.text())) {
                Matcher twice = TWICE.in(passage);
                while (twice.find()) {
                    tell(passage, twice.start(), twice.end(), twice.group("word"), told, ledger);
                }
            }
            for (DoubledWords.Found found : DOUBLED.in(passage.text())) {
                tell(passage, found.start(), found.end(), found.right(), told, ledger);
            }
            Matcher marks = hasTwoMarks(passage.text()) ? MARKS.matcher(passage.text()) : null;
            while (marks != null && marks.find()) {
                String right = marks.group().contains("。") ? "。" : marks.group().substring(0, 1);
                tell(passage, marks.start(), marks.end(), right, told, ledger);
            }
        }
    }

    /** The slips whose literal stands in a text, by rank: one way through the text for all of them. */
    private static BitSet possible(String text) {
        BitSet possible = (BitSet) WITHOUT_LITERAL.clone();
        for (int at = 0; at < text.length(); at++) {
            for (Slip slip : BY_FIRST.getOrDefault(text.charAt(at), List.of())) {
                if (text.startsWith(slip.literal(), at)) {
                    possible.set(slip.rank());
                }
            }
        }
        return possible;
    }

    private static boolean hasTwoMarks(String text) {
        boolean last = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean mark = character == '，' || character == '。' || character == '、' || character == '；';
            if (mark && last) {
                return true;
            }
            last = mark;
        }
        return false;
    }

    /** Whether two or three Chinese characters stand twice in a row anywhere, which is quickly seen. */
    private static boolean repeats(String text) {
        for (int i = 0; i + 3 < text.length(); i++) {
            boolean two = text.charAt(i) == text.charAt(i + 2) && text.charAt(i + 1) == text.charAt(i + 3);
            if (text.charAt(i) >= '\u4e00' && (two || text.regionMatches(i, text, i + 3, 3))) {
                return true;
            }
        }
        return false;
    }

    /** @param told the characters that a finding covers already */
    private static void tell(Passage passage, int start, int end, String right, int[] told, Ledger ledger) {
        for (int i = start; i < end; i++) {
            if (told[i] > 0) {
                return;
            }
        }
        if (isOfCells(passage, start, end)) {
            return;
        }
        Arrays.fill(told, start, end, 1);
        String stated = passage.text().substring(start, end);
        Problem problem = Problem.of("wording-slip", Place.NONE, "stated", stated, "expected", right);
        ledger.find(Finding.of(Kind.WORDING, stated, Optional.of(right), problem, passage.spot(start, end), List.of()));
    }

    /** A phrase broken over two lines is quoted from the line on that its slip stands in, since that is where a reader looks. */
    private static void tellPhrase(Passage passage, SetPhrases.Found found, int[] told, Ledger ledger) {
        int start = found.start();
        int line = passage.spot(found.slip(), found.slip() + 1).line();
        while (passage.spot(start, start + 1).line() != line) {
            start++;
        }
        int cut = start - found.start();
        tell(passage, start, found.end(), found.right().substring(cut), told, ledger);
        Arrays.fill(told, found.start(), found.end(), 1);
    }

    /** 年初 调整 调整后 are headings beside each other: blanks part the characters of one line. */
    private static boolean isOfCells(Passage passage, int start, int end) {
        Spot before = passage.spot(start, start + 1);
        for (int i = start + 1; i < end; i++) {
            Spot next = passage.spot(i, i + 1);
            if (next.line() == before.line() && next.column() > before.column() + 1) {
                return true;
            }
            before = next;
        }
        return false;
    }

    private static BitSet withoutLiteral() {
        BitSet without = new BitSet();
        SLIPS.stream().filter(slip -> slip.literal().isEmpty()).forEach(slip -> without.set(slip.rank()));
        return without;
    }

    private static List<Slip> read() {
        List<Slip> slips = new ArrayList<>();
        for (YamlNode slip : ROOT.items("slips")) {
            slips.add(Slip.of(slips.size(), slip.text("wrong", ""), slip.text("right", "")));
        }
        return List.copyOf(slips);
    }

    private static YamlNode root() {
        try (InputStream in = Wording.class.getResourceAsStream("slips.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource: slips.yaml");
            }
            return YamlNode.parse("slips.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .value();
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: slips.yaml", unreadable);
        }
    }
}
