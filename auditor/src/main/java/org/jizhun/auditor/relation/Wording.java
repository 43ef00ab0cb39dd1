package org.jizhun.auditor.relation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.finding.Finding;
import org.jizhun.auditor.finding.Kind;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.yaml.YamlNode;

/** Slips of the pen in set phrases: doubled, missing and wrong characters. The slips are the data of {@code slips.yaml}. */
final class Wording implements Relation {

    /** @param literal characters that stand in every match, looked for first since that is quick */
    private record Slip(Pattern pattern, Sought sought, String literal, String right) {

        static Slip of(String wrong, String right) {
            String literal = "";
            for (String run : wrong.replaceAll("\\(\\?[^)]*\\)|\\([^)]*\\)|\\[[^]]*\\]", " ")
                    .split("[^\\u4e00-\\u9fa5]+", -1)) {
                literal = run.length() > literal.length() ? run : literal;
            }
            Pattern pattern = Pattern.compile(wrong);
            return new Slip(pattern, Sought.of(pattern), wrong.contains("|") ? "" : literal, right);
        }

        boolean mayBeIn(Passage passage) {
            return sought.mayBeIn(passage) && passage.text().contains(literal);
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

    private static final List<Slip> SLIPS = read();
    private static final Sought TWICE = Sought.of(
            Pattern.compile(
                    "(?<word>绩效|预算|支出|管理|工作|进行|开展|加强|情况|完成|资金|提高|进一步|落实|财政|指标|评价|目标|制度|推进|组织|以及|或者|并且|通过|根据|按照|存在|实现|持续|不断|有效|切实|积极|认真|逐步|稳步|大力|着力|严格|及时|充分|确保|推动|促进|增强|加快|继续|深入|广泛|大幅|明显|显著|较好|较大|由于|因此|同时|此外|对于|关于|为了|其中|目前|已经|需要|可以|能够|应当|应该|必须|予以|给予|达到|未能|尚未|仍然|主要|以上|以下|以内|以来|左右|其他|相关|具体|全部|全面|部分)\\k<word>"));
    private static final Pattern MARKS = Pattern.compile("，，|。。|、、|；；|，。|。，|、，|，、|；。|。；");

    @Override
    public String name() {
        return "wording";
    }

    @Override
    public void examine(Claims claims, Ledger ledger) {
        for (Passage passage : claims.passages()) {
            for (Slip slip : SLIPS) {
                Matcher matcher = slip.mayBeIn(passage) ? slip.pattern().matcher(passage.text()) : null;
                while (matcher != null && matcher.find()) {
                    tell(passage, matcher, slip.right(passage.text(), matcher.start()), ledger);
                }
            }
            if (repeats(passage.text())) {
                Matcher twice = TWICE.in(passage);
                while (twice.find()) {
                    tell(passage, twice, twice.group("word"), ledger);
                }
            }
            Matcher marks = hasTwoMarks(passage.text()) ? MARKS.matcher(passage.text()) : null;
            while (marks != null && marks.find()) {
                tell(
                        passage,
                        marks,
                        marks.group().contains("。") ? "。" : marks.group().substring(0, 1),
                        ledger);
            }
        }
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

    private static void tell(Passage passage, Matcher matcher, String right, Ledger ledger) {
        Problem problem = Problem.of("wording-slip", Place.NONE, "stated", matcher.group(), "expected", right);
        ledger.find(Finding.of(
                Kind.WORDING,
                matcher.group(),
                Optional.of(right),
                problem,
                passage.spot(matcher.start(), matcher.end()),
                List.of()));
    }

    private static List<Slip> read() {
        try (InputStream in = Wording.class.getResourceAsStream("slips.yaml")) {
            if (in == null) {
                throw new IllegalStateException("missing resource: slips.yaml");
            }
            YamlNode root = YamlNode.parse("slips.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .value();
            List<Slip> slips = new ArrayList<>();
            for (YamlNode slip : root.items("slips")) {
                slips.add(Slip.of(slip.text("wrong", ""), slip.text("right", "")));
            }
            return List.copyOf(slips);
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: slips.yaml", unreadable);
        }
    }
}
