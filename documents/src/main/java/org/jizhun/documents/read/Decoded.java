package org.jizhun.documents.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as text: by their byte order mark, else UTF-8 where that fits throughout, else GB18030. */
final class Decoded {

    private Decoded() {}

    static String text(Source source) {
        String text = decode(source);
        if (text.indexOf('\0') >= 0) {
            throw source.refusal("document-unknown-format");
        }
        if (text.length() > source.limits().characters()) {
            throw source.refusal("document-bomb");
        }
        if (text.isBlank()) {
            throw source.refusal("document-empty");
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decode(Source source) {
        byte[] bytes = source.bytes();
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (bytes.length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        return strictly(StandardCharsets.UTF_8, bytes).orElseGet(() -> {
            source.note("document-gb18030");
            return strictly(Charset.forName("GB18030"), bytes)
                    .orElseThrow(() -> source.refusal("document-unknown-format"));
        });
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
