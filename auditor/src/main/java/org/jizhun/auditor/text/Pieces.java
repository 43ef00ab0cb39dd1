package org.jizhun.auditor.text;

import java.util.List;

/** Pieces of text, each one character or two beside each other, and whether a text holds any of them. */
final class Pieces {

    /** So few are looked for one after the other, which the machine does many characters at a time. */
    private static final int FEW = 2;

    private final String[] few;
    /** The keys, each at the first free place from the one its hash tells: three of four are free. */
    private final int[] table;

    private final int[] keys;
    private final boolean single;
    /** The last eight bits of the characters that they begin with, which rule out most others at a look. */
    private final long[] firsts = new long[4];

    Pieces(List<String> pieces) {
        few = pieces.size() <= FEW ? pieces.toArray(String[]::new) : new String[0];
        keys = pieces.stream().mapToInt(Pieces::key).toArray();
        single = pieces.stream().anyMatch(piece -> piece.length() == 1);
        table = new int[Integer.highestOneBit(8 * keys.length)];
        for (String piece : pieces) {
            firsts[(piece.charAt(0) & 0xff) >> 6] |= 1L << piece.charAt(0);
        }
        for (int key : keys) {
            int place = hash(key) & (table.length - 1);
            while (table[place] != 0) {
                place = (place + 1) & (table.length - 1);
            }
            table[place] = key;
        }
    }

    static Pieces of(Need need) {
        return new Pieces(need.pieces());
    }

    private static int key(String piece) {
        return piece.length() == 1 ? piece.charAt(0) : key(piece.charAt(0), piece.charAt(1));
    }

    private static int key(char first, char second) {
        return (first << 16) | second;
    }

    private static int hash(int key) {
        int mixed = key * 0x9E3779B9;
        return mixed ^ (mixed >>> 16);
    }

    /** Whether a text holds one of them. */
    boolean anyIn(String text) {
        if (few.length > 0) {
            return text.contains(few[0]) || (few.length > 1 && text.contains(few[1]));
        }
        return next(text, 0) >= 0;
    }

    private boolean mayBegin(char character) {
        return (firsts[(character & 0xff) >> 6] & 1L << character) != 0;
    }

    /** Where the next of them begins, from a place on; -1 if none does. */
    int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char character = text.charAt(i);
            if (!mayBegin(character)) {
                continue;
            }
            boolean two = i + 1 < text.length() && holds(key(character, text.charAt(i + 1)));
            if (two || (single && holds(character))) {
                return i;
            }
        }
        return -1;
    }

    boolean holds(int key) {
        int place = hash(key) & (table.length - 1);
        while (table[place] != 0) {
            if (table[place] == key) {
                return true;
            }
            place = (place + 1) & (table.length - 1);
        }
        return false;
    }

    /** Whether one of them may be among those of a text; false only where none is. */
    boolean mayBeAmong(Held held) {
        for (int key : keys) {
            if (held.mayHold(key)) {
                return true;
            }
        }
        return false;
    }

    /** Every piece that a text holds, as bits, two for each: some that few texts share have the same. */
    static final class Held {

        private static final int BITS_A_CHARACTER = 32;
        private static final int MOST_BITS = 1 << 16;

        private final long[] bits;
        private final int mask;

        Held(String text) {
            int wanted = Math.max(Long.SIZE, Math.min(MOST_BITS, BITS_A_CHARACTER * text.length()));
            int size = Integer.highestOneBit(wanted - 1) << 1;
            bits = new long[size / Long.SIZE];
            mask = size - 1;
            char before = 0;
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                set(hash(character));
                set(hash(key(before, character)));
                before = character;
            }
        }

        private void set(int hash) {
            int one = hash & mask;
            int two = second(hash) & mask;
            bits[one >> 6] |= 1L << one;
            bits[two >> 6] |= 1L << two;
        }

        boolean mayHold(int key) {
            int hash = hash(key);
            int one = hash & mask;
            if ((bits[one >> 6] & 1L << one) == 0) {
                return false;
            }
            int two = second(hash) & mask;
            return (bits[two >> 6] & 1L << two) != 0;
        }

        private static int second(int hash) {
            return (hash * 0x85EBCA6B) >>> 15;
        }
    }
}
