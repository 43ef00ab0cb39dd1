package org.jizhun.bench.corpus;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A draft as the files of the corpus: what is read, and the truth about it. */
final class MadeDocument {

    private MadeDocument() {}

    /** The two files by their paths under samples/audit. */
    static Map<String, byte[]> files(Draft draft) {
        boolean plain = draft.rendering().look().format().equals("txt");
        String fileName = "report." + draft.rendering().look().format();
        List<String> marked = plain ? TextPage.lines(draft) : OtherFormats.markedLines(draft);
        byte[] file = plain ? utf8(Marks.without(String.join("\n", marked)) + "\n") : OtherFormats.file(draft);
        String folder = draft.rendering().folder();
        return Map.of(folder + "/" + fileName, file, folder + "/truth.yaml", utf8(Truth.of(draft, fileName, marked)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
