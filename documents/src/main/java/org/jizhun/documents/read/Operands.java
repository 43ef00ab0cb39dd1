package org.jizhun.documents.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What stands before an operator of a PDF content stream, or in an array: numbers, names, strings, arrays. */
final class Operands {

    private static final Object NUMBER = new Object();
    private static final Object OTHER = new Object();

    private float[] numbers = new float[8];
    private Object[] values = new Object[8];
    private int size;

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    void add(float number) {
        put(NUMBER);
        numbers[size - 1] = number;
    }

    void add(byte[] string) {
        put(string);
    }

    void add(String name) {
        put(name);
    }

    void add(Operands array) {
        put(array);
    }

    /** Something that no operator read here asks for. */
    void addOther() {
        put(OTHER);
    }

    private void put(Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        values[size++] = value;
    }

    /** Whether there are so many at least, and the first ones are numbers. */
    boolean areNumbers(int count) {
        if (size < count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            if (values[i] != NUMBER) {
                return false;
            }
        }
        return true;
    }

    boolean isNumber(int at) {
        return at < size && values[at] == NUMBER;
    }

    float number(int at) {
        return numbers[at];
    }

    byte @Nullable [] string(int at) {
        return at < size && values[at] instanceof byte[] string ? string : null;
    }

    @Nullable String name(int at) {
        return at < size && values[at] instanceof String name ? name : null;
    }

    @Nullable Operands array(int at) {
        return at < size && values[at] instanceof Operands array ? array : null;
    }
}
