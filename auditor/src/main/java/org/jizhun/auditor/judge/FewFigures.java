package org.jizhun.auditor.judge;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jizhun.auditor.claim.Figure;
import org.jspecify.annotations.Nullable;

/** The figures of an equation in order: mostly two or three, for which a list is quicker made and read than a table. */
final class FewFigures extends AbstractSet<Figure> {

    private static final int FEW = 8;

    private final List<Figure> figures;

    private FewFigures(List<Figure> figures) {
        this.figures = figures;
    }

    static Set<Figure> of(Figure first, Collection<Figure> second, Collection<Figure> third) {
        if (1 + second.size() + third.size() > FEW) {
            Set<Figure> many = new LinkedHashSet<>();
            many.add(first);
            many.addAll(second);
            many.addAll(third);
            return Collections.unmodifiableSet(many);
        }
        List<Figure> few = new ArrayList<>(1 + second.size() + third.size());
        few.add(first);
        second.forEach(figure -> addNew(few, figure));
        third.forEach(figure -> addNew(few, figure));
        return new FewFigures(Collections.unmodifiableList(few));
    }

    private static void addNew(List<Figure> few, Figure figure) {
        if (!few.contains(figure)) {
            few.add(figure);
        }
    }

    @Override
    public Iterator<Figure> iterator() {
        return figures.iterator();
    }

    @Override
    public int size() {
        return figures.size();
    }

    @Override
    public boolean contains(@Nullable Object figure) {
        return figures.contains(figure);
    }
}
