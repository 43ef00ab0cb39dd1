package org.jizhun.bench.corpus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A PDF written by hand, so that its bytes never change: A4, a Chinese font that is named and not embedded (its characters
 * are Unicode by the predefined map), tables with or without lines. Lengths in points.
 */
final class PdfFile {

    private static final int TOP = 770;
    private static final int BOTTOM = 80;
    private static final int LEFT = 80;
    private static final int RIGHT = 515;
    private static final int SIZE = 12;
    private static final int SMALL = 9;

    private final Look look;
    private final List<StringBuilder> pages = new ArrayList<>();
    private int y;

    private PdfFile(Look look) {
        this.look = look;
        page();
    }

    static byte[] of(List<Part> parts, Look look) {
        PdfFile file = new PdfFile(look);
        parts.forEach(file::part);
        return file.bytes();
    }

    private void page() {
        pages.add(new StringBuilder());
        y = TOP;
        text(290, 50, SMALL, "— " + pages.size() + " —");
    }

    private void part(Part part) {
        if (part instanceof Part.Heading heading && heading.level() == 0) {
            line((LEFT + RIGHT) / 2 - Width.of(heading.text()) * 4, 16, heading.text());
        } else if (part instanceof Part.Heading heading) {
            wrapped(heading.text());
        } else if (part instanceof Part.Paragraph paragraph) {
            wrapped(paragraph.text());
        } else if (part instanceof Part.Caption caption) {
            line(RIGHT - Width.of(caption.text()) * SIZE / 2, SIZE, caption.text());
        } else if (part instanceof Part.PageBreak) {
            page();
        } else if (part instanceof Part.Table table) {
            table(table);
        }
    }

    private void wrapped(String text) {
        int indent = 4;
        int width = (RIGHT - LEFT) * 2 / SIZE;
        List<String> lines = Width.wrapped(" ".repeat(indent) + text, width);
        for (int number = 0; number < lines.size(); number++) {
            line(
                    LEFT + (number == 0 ? indent * SIZE / 2 : 0),
                    SIZE,
                    number == 0 ? lines.get(0).substring(indent) : lines.get(number));
        }
    }

    private void line(int x, int size, String text) {
        if (y < BOTTOM) {
            page();
        }
        text(x, y, size, text);
        y -= size * 9 / 5;
    }

    private void table(Part.Table table) {
        int[] edges = edges(table);
        for (int row = 0; row < table.rows().size(); row++) {
            List<List<String>> cells = new ArrayList<>();
            int height = 1;
            for (int column = 0; column < table.width(); column++) {
                List<String> pieces = pieces(table, row, column, edges[column + 1] - edges[column]);
                cells.add(pieces);
                height = Math.max(height, pieces.size());
            }
            if (y - height * 14 < BOTTOM - 20) {
                page();
            }
            for (int column = 0; column < cells.size(); column++) {
                cell(table, row, column, edges, cells.get(column), height);
            }
            y -= height * 14;
        }
        y -= 16;
    }

    private void cell(Part.Table table, int row, int column, int[] edges, List<String> pieces, int height) {
        int at = y - (height - pieces.size()) * 7;
        for (String piece : pieces) {
            text(edges[column] + 3, at, SMALL, piece);
            at -= 14;
        }
        if (look.tables() == Look.Tables.BOXES) {
            int top = y + 10;
            boolean same = row < table.rows().size()
                    && table.rows()
                            .get(row)
                            .get(Math.min(column, table.rows().get(row).size() - 1))
                            .equals("^");
            if (!same) {
                rule(edges[column], top, edges[column + 1], top);
            }
            rule(edges[column], top, edges[column], top - height * 14);
            rule(edges[column + 1], top, edges[column + 1], top - height * 14);
            if (row == table.rows().size() - 1) {
                rule(edges[column], top - height * 14, edges[column + 1], top - height * 14);
            }
        }
    }

    private static List<String> pieces(Part.Table table, int row, int column, int width) {
        List<String> cells = table.rows().get(row);
        String cell = column < cells.size() && !cells.get(column).equals("^") ? cells.get(column) : "";
        List<String> pieces = new ArrayList<>();
        for (String piece : row < table.headings() ? cell.split("⏎") : new String[] {cell}) {
            pieces.addAll(Width.wrapped(piece, Math.max(2, (width - 5) * 2 / SMALL)));
        }
        return pieces;
    }

    /** Columns as wide as what stands in them, narrowed together where the page is too narrow. */
    private static int[] edges(Part.Table table) {
        int[] wide = new int[table.width()];
        int sum = 0;
        for (int column = 0; column < wide.length; column++) {
            for (int row = 0; row < table.rows().size(); row++) {
                for (String piece : pieces(table, row, column, 10_000)) {
                    wide[column] = Math.max(wide[column], Width.of(piece) * SMALL / 2 + 8);
                }
            }
            sum += wide[column];
        }
        int[] edges = new int[wide.length + 1];
        edges[0] = LEFT;
        int room = RIGHT - LEFT;
        for (int column = 0; column < wide.length; column++) {
            edges[column + 1] = edges[column]
                    + (sum > room ? wide[column] * room / sum : wide[column] + (room - sum) / wide.length);
        }
        return edges;
    }

    private void text(int x, int baseline, int size, String text) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder hex = new StringBuilder();
        text.chars().forEach(character -> hex.append(String.format(Locale.ROOT, "%04X", character)));
        last().append("BT /F1 " + size + " Tf " + x + " " + baseline + " Td <" + hex + "> Tj ET\n");
    }

    private void rule(int x1, int y1, int x2, int y2) {
        last().append("0.5 w " + x1 + " " + y1 + " m " + x2 + " " + y2 + " l S\n");
    }

    private StringBuilder last() {
        return pages.get(pages.size() - 1);
    }

    private byte[] bytes() {
        List<String> objects = new ArrayList<>();
        StringBuilder kids = new StringBuilder();
        for (int page = 0; page < pages.size(); page++) {
            kids.append(6 + page * 2).append(" 0 R ");
        }
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Count " + pages.size() + " /Kids [ " + kids + "] >>");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H"
                + " /DescendantFonts [ 4 0 R ] >>");
        objects.add("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [ 1 [ "
                + "500 ".repeat(95) + "] 814 [ " + "500 ".repeat(95) + "] ]"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 5 0 R >>");
        objects.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [ -25 -254 1000 880 ]"
                + " /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        for (int page = 0; page < pages.size(); page++) {
            objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [ 0 0 595 842 ] /Contents " + (7 + page * 2)
                    + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
            String content = pages.get(page).toString();
            objects.add("<< /Length " + content.length() + " >>\nstream\n" + content + "endstream");
        }
        return file(objects);
    }

    private static byte[] file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.7\n");
        StringBuilder places = new StringBuilder("0000000000 65535 f \n");
        for (int number = 1; number <= objects.size(); number++) {
            places.append(String.format(Locale.ROOT, "%010d 00000 n \n", file.length()));
            file.append(number)
                    .append(" 0 obj\n")
                    .append(objects.get(number - 1))
                    .append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append('\n').append(places);
        file.append("trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(file.toString().getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
