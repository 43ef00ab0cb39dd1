package org.jizhun.auditor.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jizhun.auditor.text.Passage;
import org.jizhun.auditor.text.Sought;

/** Cuts a passage into sentences and reads what stands before each figure. */
final class Sentences {

    private static final String STOPS = "。；！？;";
    private static final String MARKS = "，。；：！？、（）“”《》【】,;";
    private static final Sought FILLER = Sought.of(
            "(?:[:：=≥≤><＝】]|分别|为|是|达到了?|达|约|大约|近|接近|超过|超|逾|不足|不低于|不少于|共计|共|总计|合计|累计|仅|只有|有|各|由|从|至|到|了|金额|数额|在|按|一共|的|均|即|也|又|最终|确定|核定|应)$");
    private static final Sought OPENING = Sought.of(
            "^(?:其中|分别|全年|本年度?|当年|截[至止].*?[日底末]|(?:19|20)\\d{2}年度?|我[办局委部厅院校中心]{1,2}|本[办局委部厅院校]门?|本单位|部门|单位|调整后|年中|年末|年底|全市|累计|全部|总体|共|共有|该|年度|度|实现|完成|安排|下达|收到|与|而|但|且|及|和|另)");
    private static final Sought YEAR_BEFORE = Sought.of("(?:上年|去年|上年度|前年|上一年度?|同期|历年|三年|两年)");

    private Sentences() {}

    /** @param owner the document's first lines: whoever is named there is the whole, not a part */
    static List<Sentence> of(Passage passage, List<Figure> figures, String owner) {
        List<Sentence> sentences = new ArrayList<>();
        String text = passage.text();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || STOPS.indexOf(text.charAt(at)) >= 0) {
                int end = Math.min(at + 1, text.length());
                if (end > start) {
                    sentences.add(new Sentence(passage, start, end, claims(text, figures, start, end, owner)));
                }
                start = end;
            }
        }
        return sentences;
    }

    private static List<Claim> claims(String text, List<Figure> figures, int start, int end, String owner) {
        List<Claim> claims = new ArrayList<>();
        int from = start;
        for (Figure figure : figures) {
            if (figure.start() >= start && figure.end() <= end) {
                claims.add(claim(figure, text.substring(Math.min(from, figure.start()), figure.start()), owner));
                from = figure.end();
            }
        }
        return claims;
    }

    static Claim claim(Figure figure, String before, String owner) {
        String label = before;
        for (String shorter = trimmed(label); !shorter.equals(label); shorter = trimmed(label)) {
            if (Measures.standard().ending(label).isPresent() && !label.endsWith("：")) {
                break;
            }
            label = shorter;
        }
        int mark = label.length();
        while (mark > 0 && MARKS.indexOf(label.charAt(mark - 1)) < 0) {
            mark--;
        }
        label = label.substring(mark);
        Optional<Measures.Ending> ending = Measures.standard().ending(label);
        String subject = opened(ending.map(Measures.Ending::before).orElse(label));
        if (subject.length() >= 3 && owner.contains(subject)) {
            subject = "";
        }
        if (YEAR_BEFORE.isIn(label)
                && ending.isPresent()
                && !"last".equals(ending.get().measure())) {
            return new Claim(figure, label, Optional.empty(), subject);
        }
        return new Claim(figure, label, ending.map(Measures.Ending::measure), subject);
    }

    private static String trimmed(String label) {
        return FILLER.replaceFirst(label, "");
    }

    /** The subject without opening words that name no part of the department. */
    private static String opened(String subject) {
        String plain = subject;
        for (String shorter = OPENING.replaceFirst(plain, "");
                !shorter.equals(plain);
                shorter = OPENING.replaceFirst(plain, "")) {
            plain = shorter;
        }
        return Sought.kept("的$").replaceAll(plain, "");
    }
}
