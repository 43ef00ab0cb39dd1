package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.w3c.dom.Element;

/** Characters and lines of an OFD page. Its millimetres become hundredths of a point. */
final class OfdContent {

    private static final double POINTS = 7_200 / 25.4;
    private static final int DEEPEST = 32;
    private static final double[] STRAIGHT = {1, 0, 0, 1, 0, 0};
    private static final double[] NOWHERE = {0, 0, 0, 0};

    private final Source source;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final DrawnLines lines = new DrawnLines();
    private boolean pictures;

    OfdContent(Source source) {
        this.source = source;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    List<Ruling> rulings() {
        return lines.rulings();
    }

    boolean pictures() {
        return pictures;
    }

    static int hundredths(double millimetres) {
        return (int) Math.round(Math.max(-1e5, Math.min(1e5, millimetres)) * POINTS);
    }

    void add(Element page) {
        for (Element content : OfdParts.children(page, "Content")) {
            for (Element layer : OfdParts.children(content, "Layer")) {
                block(layer, 0);
            }
        }
    }

    private void block(Element block, int depth) {
        source.proceed();
        for (Element element : OfdParts.children(block)) {
            switch (String.valueOf(element.getLocalName())) {
                case "TextObject" -> text(element);
                case "PathObject" -> path(element);
                case "ImageObject" -> pictures = true;
                case "PageBlock" -> {
                    if (depth < DEEPEST) {
                        block(element, depth + 1);
                    }
                }
                default -> {
                    // actions and composite objects hold no text of their own
                }
            }
        }
    }

    private void text(Element object) {
        double[] boundary = numbers(object.getAttribute("Boundary"), 4);
        double[] turn = object.hasAttribute("CTM") ? numbers(object.getAttribute("CTM"), 6) : STRAIGHT;
        if (Math.abs(turn[1]) > 0.15 * Math.abs(turn[0])) {
            return; // a watermark at an angle
        }
        double size = number(object.getAttribute("Size"), 0);
        double x = 0;
        double y = 0;
        for (Element code : OfdParts.children(object, "TextCode")) {
            x = number(code.getAttribute("X"), x);
            y = number(code.getAttribute("Y"), y);
            code(code, boundary, turn, size, x, y);
        }
    }

    private void code(Element code, double[] boundary, double[] turn, double size, double x, double y) {
        String text = code.getTextContent();
        double[] across = steps(code.getAttribute("DeltaX"), text.length());
        double[] down = steps(code.getAttribute("DeltaY"), text.length());
        double atX = x;
        double atY = y;
        int step = 0;
        for (int i = 0; i < text.length(); ) {
            int end = text.offsetByCodePoints(i, 1);
            String character = text.substring(i, end);
            if (!character.isBlank()) {
                double natural = size * (Characters.isWide(character.charAt(0)) ? 1 : 0.55);
                double next = step < across.length && across[step] > 0 ? Math.min(natural, across[step]) : natural;
                double left = boundary[0] + turn[0] * atX + turn[2] * atY + turn[4];
                double baseline = boundary[1] + turn[1] * atX + turn[3] * atY + turn[5];
                glyphs.add(new Glyph(
                        character,
                        hundredths(left),
                        hundredths(left + next * Math.abs(turn[0])),
                        hundredths(baseline),
                        Math.max(1, hundredths(size * Math.abs(turn[3])))));
            }
            atX += step < across.length ? across[step] : down.length > 0 ? 0 : size;
            atY += step < down.length ? down[step] : 0;
            step++;
            i = end;
        }
        if (glyphs.size() > source.limits().characters()) {
            throw source.refusal("document-bomb");
        }
    }

    /** Steps between characters, {@code g 3 5.5} standing for three of 5.5; no more than there are characters. */
    static double[] steps(String text, int most) {
        List<Double> steps = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens() && steps.size() < most) {
            String token = tokens.nextToken();
            if (token.equals("g") && tokens.countTokens() >= 2) {
                int times = Integer.parseInt(tokens.nextToken());
                double step = Double.parseDouble(tokens.nextToken());
                for (int i = 0; i < times && steps.size() < most; i++) {
                    steps.add(step);
                }
            } else {
                steps.add(Double.parseDouble(token));
            }
        }
        return steps.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private void path(Element object) {
        double[] boundary = numbers(object.getAttribute("Boundary"), 4);
        double[] turn = object.hasAttribute("CTM") ? numbers(object.getAttribute("CTM"), 6) : STRAIGHT;
        for (Element data : OfdParts.children(object, "AbbreviatedData")) {
            StringTokenizer tokens = new StringTokenizer(data.getTextContent());
            while (tokens.hasMoreTokens()) {
                command(tokens.nextToken(), tokens, boundary, turn);
            }
        }
        if (!"false".equals(object.getAttribute("Stroke"))) {
            lines.stroke();
        } else {
            lines.fill();
        }
    }

    private void command(String command, StringTokenizer tokens, double[] boundary, double[] turn) {
        int skipped = switch (command) {
            case "Q" -> 2;
            case "B" -> 4;
            case "A" -> 5;
            default -> 0;
        };
        if (command.equals("C")) {
            lines.close();
        } else if (tokens.countTokens() >= skipped + 2) {
            for (int i = 0; i < skipped; i++) {
                tokens.nextToken();
            }
            double x = Double.parseDouble(tokens.nextToken());
            double y = Double.parseDouble(tokens.nextToken());
            int left = hundredths(boundary[0] + turn[0] * x + turn[2] * y + turn[4]);
            int top = hundredths(boundary[1] + turn[1] * x + turn[3] * y + turn[5]);
            if (command.equals("M") || command.equals("S")) {
                lines.moveTo(left, top);
            } else {
                lines.lineTo(left, top);
            }
        }
    }

    private static double number(String text, double otherwise) {
        return text.isBlank() ? otherwise : Double.parseDouble(text.strip());
    }

    /** So many numbers; all zero where the text is not given. */
    static double[] numbers(String text, int count) {
        StringTokenizer tokens = new StringTokenizer(text);
        if (tokens.countTokens() < count) {
            return count == 4 ? NOWHERE.clone() : STRAIGHT.clone();
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = Double.parseDouble(tokens.nextToken());
        }
        return numbers;
    }
}
