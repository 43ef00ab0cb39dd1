package org.jizhun.documents.read;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads the bytes of a PDF content stream operator by operator. Nothing is thrown: what cannot be understood is passed
 * over, and a stream that breaks off ends there.
 */
final class ContentTokens {

    /** The stream has no more operators. */
    static final int END = -1;
    /** An operator that is none of ours, or no operator at all. */
    static final int UNKNOWN = 0;

    private static final int OPERAND = -2;
    private static final int BLANK = 1;
    private static final int OF_NAME = 2;
    private static final int OF_KEYWORD = 4;
    private static final byte[] KINDS = new byte[256];
    private static final int MOST_DIGITS = 17;
    private static final double[] POWERS = new double[MOST_DIGITS + 1];

    static {
        for (int character = 0; character < KINDS.length; character++) {
            boolean blank = "\0\t\n\f\r ".indexOf(character) >= 0;
            boolean name = !blank && "[]<>()/%{}".indexOf(character) < 0;
            boolean keyword = !blank && "[]<(/%0123456789".indexOf(character) < 0;
            KINDS[character] = (byte) ((blank ? BLANK : 0) | (name ? OF_NAME : 0) | (keyword ? OF_KEYWORD : 0));
        }
        double power = 1;
        for (int i = 0; i < POWERS.length; i++) {
            POWERS[i] = power;
            power *= 10;
        }
    }

    private final byte[] bytes;
    private int at;

    ContentTokens(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The code by which {@link #next} tells an operator. */
    static int code(String operator) {
        int code = 0;
        for (int i = 0; i < operator.length(); i++) {
            code = code << 8 | operator.charAt(i);
        }
        return code;
    }

    /** The next operator; what stands before it is put into {@code operands}. */
    int next(Operands operands) {
        operands.clear();
        int code = read(operands);
        while (code == OPERAND) {
            code = read(operands);
        }
        return code;
    }

    private int read(Operands operands) {
        skipBlanks();
        if (at >= bytes.length) {
            return END;
        }
        switch (bytes[at]) {
            case '/' -> operands.add(name());
            case '(' -> operands.add(string());
            case '<' -> {
                if (at + 1 < bytes.length && bytes[at + 1] == '<') {
                    skipDictionary();
                    operands.addOther();
                } else {
                    operands.add(hexString());
                }
            }
            case '[' -> operands.add(array());
            case ']' -> {
                at++;
                operands.addOther();
            }
            case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '-', '+', '.' -> operands.add(number());
            default -> {
                return keyword(operands);
            }
        }
        return OPERAND;
    }

    private int keyword(Operands operands) {
        int from = at;
        while (at < bytes.length && isOfKeyword(bytes[at])) {
            at++;
            boolean ofGlyph = bytes[at - 1] == 'd' && at < bytes.length && (bytes[at] == '0' || bytes[at] == '1');
            at += ofGlyph ? 1 : 0;
        }
        if (at == from) {
            at++;
            return UNKNOWN;
        }
        if (at - from > 3) {
            if (bytes[from] == 't' || bytes[from] == 'f' || bytes[from] == 'n') {
                operands.addOther();
                return OPERAND;
            }
            return UNKNOWN;
        }
        int code = 0;
        for (int i = from; i < at; i++) {
            code = code << 8 | (bytes[i] & 0xFF);
        }
        if (bytes[from] == 'B' && at - from == 2 && bytes[from + 1] == 'I') {
            skipInlineImage();
        }
        return code;
    }

    private static boolean isOfKeyword(byte character) {
        return (KINDS[character & 0xFF] & OF_KEYWORD) != 0;
    }

    private static boolean isBlank(byte character) {
        return (KINDS[character & 0xFF] & BLANK) != 0;
    }

    private static boolean isOfName(byte character) {
        return (KINDS[character & 0xFF] & OF_NAME) != 0;
    }

    private void skipBlanks() {
        while (at < bytes.length) {
            if (bytes[at] == '%') {
                while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
                    at++;
                }
            } else if (isBlank(bytes[at])) {
                at++;
            } else {
                return;
            }
        }
    }

    /** Two minus signs count as one, and one inside a number counts for nothing, as other readers take them. */
    private float number() {
        boolean minus = bytes[at] == '-';
        boolean point = bytes[at] == '.';
        boolean signed = minus || bytes[at] == '+';
        at += signed || point ? 1 : 0;
        at += minus && at < bytes.length && bytes[at] == '-' ? 1 : 0;
        long digits = 0;
        int decimals = 0;
        double more = 1;
        int count = 0;
        for (; at < bytes.length; at++) {
            byte character = bytes[at];
            if (character >= '0' && character <= '9') {
                if (count < MOST_DIGITS) {
                    digits = digits * 10 + character - '0';
                    count += digits == 0 ? 0 : 1;
                    decimals += point && decimals < MOST_DIGITS ? 1 : 0;
                } else if (!point) {
                    more *= 10;
                }
            } else if (character == '.' && !point) {
                point = true;
            } else if (character != '-') {
                break;
            }
        }
        double value = digits * more / POWERS[decimals];
        return (float) (minus ? -value : value);
    }

    private String name() {
        int from = ++at;
        boolean escaped = false;
        while (at < bytes.length && isOfName(bytes[at])) {
            escaped |= bytes[at] == '#';
            at++;
        }
        if (!escaped) {
            return new String(bytes, from, at - from, StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        for (int i = from; i < at; i++) {
            int high = bytes[i] == '#' && i + 2 < at ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            name.write(low < 0 ? bytes[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return name.toString(StandardCharsets.UTF_8);
    }

    private byte[] string() {
        ByteArrayOutputStream string = new ByteArrayOutputStream();
        int open = 1;
        for (at++; at < bytes.length; at++) {
            byte character = bytes[at];
            if (character == '\\') {
                escaped(string);
                continue;
            }
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (open == 0) {
                at++;
                break;
            }
            string.write(character);
        }
        return string.toByteArray();
    }

    /** What a backslash in a string means; ends on the last character of it. */
    private void escaped(ByteArrayOutputStream string) {
        if (++at >= bytes.length) {
            return;
        }
        byte character = bytes[at];
        int known = "nrtbf".indexOf(character);
        if (known >= 0) {
            string.write("\n\r\t\b\f".charAt(known));
        } else if (character >= '0' && character <= '7') {
            int value = character - '0';
            for (int more = 0; more < 2 && at + 1 < bytes.length; more++) {
                byte digit = bytes[at + 1];
                if (digit < '0' || digit > '7') {
                    break;
                }
                value = value * 8 + digit - '0';
                at++;
            }
            string.write(value);
        } else if (character == '\r') {
            at += at + 1 < bytes.length && bytes[at + 1] == '\n' ? 1 : 0;
        } else if (character != '\n') {
            string.write(character);
        }
    }

    private byte[] hexString() {
        int from = ++at;
        while (at < bytes.length && bytes[at] != '>') {
            at++;
        }
        byte[] string = new byte[(at - from + 1) / 2];
        int digits = 0;
        for (int i = from; i < at; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit >= 0) {
                string[digits / 2] |= (byte) (digits % 2 == 0 ? digit << 4 : digit);
                digits++;
            }
        }
        at++;
        return digits == string.length * 2 ? string : java.util.Arrays.copyOf(string, (digits + 1) / 2);
    }

    /** Numbers, strings and names of an array; arrays inside it are passed over. */
    private Operands array() {
        Operands array = new Operands();
        int open = 1;
        at++;
        for (skipBlanks(); at < bytes.length; skipBlanks()) {
            byte character = bytes[at];
            if (character == '[' || character == ']') {
                at++;
                open += character == '[' ? 1 : -1;
                if (open == 0) {
                    break;
                }
            } else {
                read(open == 1 ? array : new Operands());
            }
        }
        return array;
    }

    private void skipDictionary() {
        int open = 0;
        while (at < bytes.length) {
            byte character = bytes[at];
            boolean doubled = at + 1 < bytes.length && bytes[at + 1] == character;
            if (character == '(') {
                string();
            } else if (doubled && (character == '<' || character == '>')) {
                at += 2;
                open += character == '<' ? 1 : -1;
                if (open == 0) {
                    return;
                }
            } else {
                at++;
            }
        }
    }

    /** To behind EI, which stands alone, with no more binary data behind it. */
    private void skipInlineImage() {
        while (at < bytes.length && !(isWord(at, 'I', 'D') && at > 0 && isBlank(bytes[at - 1]))) {
            at++;
        }
        at += 3;
        while (at < bytes.length && !(isWord(at, 'E', 'I') && isText(at + 2))) {
            at++;
        }
        at += 2;
    }

    private boolean isWord(int from, char first, char second) {
        return from + 1 < bytes.length
                && bytes[from] == first
                && bytes[from + 1] == second
                && (from + 2 >= bytes.length || isBlank(bytes[from + 2]));
    }

    private boolean isText(int from) {
        for (int i = from; i < Math.min(bytes.length, from + 10); i++) {
            if (bytes[i] < ' ' && !isBlank(bytes[i])) {
                return false;
            }
        }
        return true;
    }
}
