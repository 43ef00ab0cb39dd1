package org.jizhun.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jizhun.kernel.problem.Catalogue;
import org.jizhun.kernel.problem.Language;

/**
 * Where a verb speaks: results on one stream, complaints on the other, always UTF-8. A reader that goes away (as in {@code
 * | head}) is no error.
 *
 * @param columns how wide a line may be, counting a Chinese character as two
 */
record Console(PrintStream out, PrintStream err, Language language, int columns) {

    private static final int USUAL_COLUMNS = 100;
    private static final int LEAST_COLUMNS = 60;
    private static final int MOST_COLUMNS = 160;

    static Console standard(Language language) {
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                language,
                columns(System.getProperty("jizhun.columns", "")));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(
                new BufferedOutputStream(new FileOutputStream(descriptor), 1 << 16), false, StandardCharsets.UTF_8);
    }

    static int columns(String told) {
        int columns = told.matches("\\d{1,4}") ? Integer.parseInt(told) : 0;
        return columns == 0 ? USUAL_COLUMNS : Math.max(LEAST_COLUMNS, Math.min(MOST_COLUMNS, columns));
    }

    /** A word of the catalogue in the language spoken here. */
    String word(String code) {
        return Catalogue.standard().wording(code, language);
    }

    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    void complain(String text) {
        err.print(text);
        err.print('\n');
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
