package org.jizhun.documents.workbook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;

/** Reads a text file as UTF-8, or as GB18030 with a note where it is not UTF-8; anything else is refused. */
final class TextFile {

    static final long LARGEST = 64L << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextFile() {}

    /** The text; empty, with a problem, where the file cannot be read as text. */
    static Optional<String> read(Path file, String name, List<Problem> problems) {
        try {
            if (Files.size(file) > LARGEST) {
                problems.add(Problem.of("file-too-big", Place.of(name), "limit", LARGEST >> 20));
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), name, problems);
        } catch (IOException unreadable) {
            problems.add(Problem.of("file-unreadable", Place.of(name)));
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, String name, List<Problem> problems) {
        Optional<String> text = strictly(StandardCharsets.UTF_8, bytes);
        if (text.isEmpty()) {
            text = strictly(Charset.forName("GB18030"), bytes);
            text.ifPresent(decoded -> problems.add(Problem.of("file-gb18030", Place.of(name))));
        }
        if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
            problems.add(Problem.of("file-not-text", Place.of(name)));
            return Optional.empty();
        }
        String decoded = text.get();
        return Optional.of(decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded);
    }

    private static Optional<String> strictly(Charset charset, byte[] bytes) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }
}
