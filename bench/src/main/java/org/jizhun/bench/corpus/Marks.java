package org.jizhun.bench.corpus;

/**
 * The places of the faults travel through the layout inside the text, as characters of no width from the private area of
 * Unicode: a fault begins, ends, or is as well told here.
 */
final class Marks {

    private static final char BEGIN = '\uE000';
    private static final char END = '\uE400';
    private static final char ALSO = '\uE800';
    private static final int EACH = 0x400;

    private Marks() {}

    static String around(int fault, String text) {
        return (char) (BEGIN + fault) + text + (char) (END + fault);
    }

    static String also(int fault) {
        return String.valueOf((char) (ALSO + fault));
    }

    static boolean isMark(char character) {
        return character >= BEGIN && character < ALSO + EACH;
    }

    static boolean isBegin(char character, int fault) {
        return character == BEGIN + fault;
    }

    static boolean isEnd(char character, int fault) {
        return character == END + fault;
    }

    static boolean isAlso(char character, int fault) {
        return character == ALSO + fault;
    }

    static String without(String text) {
        StringBuilder plain = new StringBuilder();
        text.chars()
                .filter(character -> !isMark((char) character))
                .forEach(character -> plain.append((char) character));
        return plain.toString();
    }
}
