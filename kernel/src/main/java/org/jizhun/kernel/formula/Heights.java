package org.jizhun.kernel.formula;

import java.util.IdentityHashMap;

/** Bounds how deep a formula is nested, while it is read and in the tree that comes of it, and with it every later recursion. */
final class Heights {

    static final int MAX_DEPTH = 200;

    private final IdentityHashMap<Syntax, Integer> heights = new IdentityHashMap<>();
    private int depth;

    /** Begins a part within another. */
    void enter(Span span) {
        if (++depth > MAX_DEPTH) {
            throw tooDeep(span);
        }
    }

    void leave() {
        depth--;
    }

    /** A node above its children. */
    Syntax built(Syntax node, Syntax... children) {
        int height = 1;
        for (Syntax child : children) {
            height = Math.max(height, heights.getOrDefault(child, 1) + 1);
        }
        if (height > MAX_DEPTH) {
            throw tooDeep(node.span());
        }
        heights.put(node, height);
        return node;
    }

    private static Fault tooDeep(Span span) {
        return new Fault(new Span(span.start(), span.start() + 1), "formula-too-deep", "limit", MAX_DEPTH);
    }
}
