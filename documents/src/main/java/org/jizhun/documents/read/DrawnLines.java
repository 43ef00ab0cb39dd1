package org.jizhun.documents.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Paths as a page draws them; of those stroked or filled thin, the level and upright lines. */
final class DrawnLines {

    private static final int THIN = 300;
    private static final int SHORTEST = 250;
    private static final int SLANT = 60;
    private static final int MOST = 50_000;

    private final List<Ruling> rulings = new ArrayList<>();
    private int[] points = new int[64];
    private int end;
    private int start;
    private final List<int[]> paths = new ArrayList<>();

    void moveTo(int x, int y) {
        endPath();
        add(x, y);
    }

    void lineTo(int x, int y) {
        add(x, y);
    }

    void close() {
        if (end > start) {
            add(points[start], points[start + 1]);
        }
    }

    private void add(int x, int y) {
        if (end + 2 > points.length) {
            points = Arrays.copyOf(points, points.length * 2);
        }
        points[end++] = x;
        points[end++] = y;
    }

    private void endPath() {
        if (end > start) {
            paths.add(new int[] {start, end});
            start = end;
        }
    }

    void drop() {
        paths.clear();
        end = 0;
        start = 0;
    }

    void stroke() {
        endPath();
        for (int[] path : paths) {
            for (int i = path[0]; i + 3 < path[1]; i += 2) {
                line(points[i], points[i + 1], points[i + 2], points[i + 3]);
            }
        }
        drop();
    }

    /** A thin area is a line; a broad one is shading, which parts nothing. */
    void fill() {
        endPath();
        for (int[] path : paths) {
            int left = Integer.MAX_VALUE;
            int top = Integer.MAX_VALUE;
            int right = Integer.MIN_VALUE;
            int bottom = Integer.MIN_VALUE;
            for (int i = path[0]; i < path[1]; i += 2) {
                left = Math.min(left, points[i]);
                right = Math.max(right, points[i]);
                top = Math.min(top, points[i + 1]);
                bottom = Math.max(bottom, points[i + 1]);
            }
            if (bottom - top <= THIN && right - left > bottom - top) {
                int middle = (top + bottom) / 2;
                line(left, middle, right, middle);
            } else if (right - left <= THIN) {
                int middle = (left + right) / 2;
                line(middle, top, middle, bottom);
            }
        }
        drop();
    }

    private void line(int x1, int y1, int x2, int y2) {
        if (rulings.size() >= MOST) {
            return;
        }
        if (Math.abs(y1 - y2) <= SLANT && Math.abs(x1 - x2) >= SHORTEST) {
            rulings.add(new Ruling(true, (y1 + y2) / 2, Math.min(x1, x2), Math.max(x1, x2)));
        } else if (Math.abs(x1 - x2) <= SLANT && Math.abs(y1 - y2) >= SHORTEST) {
            rulings.add(new Ruling(false, (x1 + x2) / 2, Math.min(y1, y2), Math.max(y1, y2)));
        }
    }

    List<Ruling> rulings() {
        return rulings;
    }
}
