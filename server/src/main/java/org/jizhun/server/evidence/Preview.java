package org.jizhun.server.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jizhun.documents.read.DocumentReader;
import org.jizhun.kernel.document.Line;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.platform.Rejection;
import org.springframework.http.HttpStatus;

/**
 * What a person sees of an evidence file without saving it: a picture as it is, a PDF as pictures of its pages, anything else as
 * the text in it. Nothing of the file reaches the browser but pixels and text; a file that takes too long is not shown.
 */
final class Preview {

    static final int MOST_PAGES = 60;
    private static final int MOST_LINES = 600;
    private static final int LONGEST_LINE = 500;
    private static final float DOTS_PER_INCH = 100;
    private static final float POINTS_PER_INCH = 72;

    /** Pixels; a page that says it is larger is drawn smaller. */
    private static final float LONGEST_SIDE = 2200;

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private Preview() {}

    /**
     * What there is to see.
     *
     * @param kind picture, pages or text
     * @param pages of a PDF, as many as are shown; else 0
     * @param lines of a text; else empty
     * @param more whether the file has more than is shown
     */
    record View(String kind, int pages, List<String> lines, boolean more) {

        View {
            lines = List.copyOf(lines);
        }
    }

    /** @throws Rejection if it cannot be shown; it can still be saved */
    static View of(Evidence.Item item, FileType type, byte[] content) {
        return switch (type) {
            case PNG, JPEG -> new View("picture", 0, List.of(), false);
            case PDF -> pages(item, content);
            case TEXT ->
                text(new String(content, StandardCharsets.UTF_8).lines().toList());
            case TEXT_GB18030 ->
                text(new String(content, Charset.forName("GB18030")).lines().toList());
            case WORD, EXCEL, OLD_OFFICE, OFD -> read(item, content);
        };
    }

    private static View pages(Evidence.Item item, byte[] content) {
        int pages = inTime(item, () -> {
            try (PDDocument document = Loader.loadPDF(content)) {
                return document.getNumberOfPages();
            }
        });
        return new View("pages", Math.min(pages, MOST_PAGES), List.of(), pages > MOST_PAGES);
    }

    private static View read(Evidence.Item item, byte[] content) {
        try {
            return text(new DocumentReader()
                    .read(item.name(), content).value().lines().stream()
                            .map(Line::text)
                            .toList());
        } catch (Refusal unreadable) {
            throw new Rejection(HttpStatus.UNPROCESSABLE_CONTENT, unreadable.problems());
        }
    }

    private static View text(List<String> lines) {
        List<String> shown = lines.stream()
                .limit(MOST_LINES)
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line)
                .toList();
        return new View("text", 0, shown, lines.size() > MOST_LINES);
    }

    /**
     * A page as PNG.
     *
     * @param page from 1
     * @throws Rejection if there is no such page, or it cannot be shown
     */
    static byte[] png(Evidence.Item item, byte[] content, int page) {
        return inTime(item, () -> {
            try (PDDocument document = Loader.loadPDF(content)) {
                if (page < 1 || page > Math.min(document.getNumberOfPages(), MOST_PAGES)) {
                    throw Rejection.notFound();
                }
                PDRectangle size = document.getPage(page - 1).getCropBox();
                float scale = Math.min(
                        DOTS_PER_INCH / POINTS_PER_INCH,
                        LONGEST_SIDE / Math.max(1, Math.max(size.getWidth(), size.getHeight())));
                BufferedImage picture = new PDFRenderer(document).renderImage(page - 1, scale, ImageType.RGB);
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(picture, "png", png);
                return png.toByteArray();
            }
        });
    }

    /** A damaged, protected or hostile file is refused like one that takes too long. */
    private static <T> T inTime(Evidence.Item item, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "preview");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Rejection rejection) {
                throw rejection;
            }
            if (failed.getCause() instanceof IOException || failed.getCause() instanceof RuntimeException) {
                throw notShown(item);
            }
            throw new IllegalStateException(failed.getCause());
        } catch (TimeoutException late) {
            task.cancel(true);
            throw notShown(item);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw notShown(item);
        }
    }

    private static Rejection notShown(Evidence.Item item) {
        return Rejection.of(HttpStatus.UNPROCESSABLE_CONTENT, "evidence-no-preview", "name", item.name());
    }
}
