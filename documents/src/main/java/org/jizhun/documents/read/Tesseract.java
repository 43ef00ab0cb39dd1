package org.jizhun.documents.read;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Recognises the text of a page from its picture by the program of that name, with its simplified Chinese. */
final class Tesseract {

    private static final int DOTS_PER_INCH = 200;
    private static final int SECONDS_A_PAGE = 60;
    private static final int POINTS_PER_INCH = 7_200;
    private static final String WORD = "5";

    private final Source source;
    private final String command;

    Tesseract(Source source, String command) {
        this.source = source;
        this.command = command;
    }

    /** @throws org.jizhun.kernel.problem.Refusal if it is not installed */
    static Tesseract find(Source source) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(java.io.File.pathSeparator, -1)) {
            Path program = Path.of(folder, "tesseract");
            if (Files.isExecutable(program)) {
                return new Tesseract(source, program.toString());
            }
        }
        throw source.refusal("document-ocr-missing");
    }

    PrintedPage page(PDDocument pdf, PrintedPage page) throws IOException {
        Path folder = Files.createTempDirectory("jizhun-ocr");
        Path picture = folder.resolve("page.png");
        Path words = folder.resolve("words.tsv");
        try {
            BufferedImage image =
                    new PDFRenderer(pdf).renderImageWithDPI(page.number() - 1, DOTS_PER_INCH, ImageType.GRAY);
            ImageIO.write(image, "png", picture.toFile());
            run(picture, words);
            return new PrintedPage(page.number(), page.width(), page.height(), 0, glyphs(words), page.rulings(), true);
        } finally {
            Files.deleteIfExists(picture);
            Files.deleteIfExists(words);
            Files.deleteIfExists(folder);
        }
    }

    private void run(Path picture, Path words) throws IOException {
        Process process = new ProcessBuilder(
                        command, picture.toString(), "stdout", "-l", "chi_sim", "--psm", "3", "tsv")
                .redirectOutput(words.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(SECONDS_A_PAGE, TimeUnit.SECONDS)) {
                throw source.refusal("document-too-slow", "seconds", SECONDS_A_PAGE);
            }
            if (process.exitValue() != 0) {
                throw source.refusal("document-ocr-missing");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw source.refusal("document-too-slow", "seconds", SECONDS_A_PAGE);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The columns are level page block paragraph line word left top width height confidence text. */
    private static List<Glyph> glyphs(Path words) throws IOException {
        List<Glyph> glyphs = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(words, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                if (columns.length >= 12 && columns[0].equals(WORD) && !columns[11].isBlank()) {
                    word(columns, glyphs);
                }
            }
        }
        return glyphs;
    }

    private static void word(String[] columns, List<Glyph> glyphs) {
        String text = columns[11].strip();
        int left = hundredths(columns[6]);
        int width = hundredths(columns[8]);
        int height = hundredths(columns[9]);
        int baseline = hundredths(columns[7]) + height * 85 / 100;
        for (int i = 0; i < text.length(); i++) {
            glyphs.add(new Glyph(
                    text.substring(i, i + 1),
                    left + width * i / text.length(),
                    left + width * (i + 1) / text.length(),
                    baseline,
                    height));
        }
    }

    private static int hundredths(String dots) {
        return Math.toIntExact(Long.parseLong(dots) * POINTS_PER_INCH / DOTS_PER_INCH);
    }
}
