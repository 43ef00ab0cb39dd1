package org.jizhun.auditor.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jizhun.auditor.claim.Claims;
import org.jizhun.auditor.claim.Figure;
import org.jizhun.auditor.claim.Table;
import org.jizhun.auditor.text.Passage;

/** Where a document names a group of indicators: found once for all forms, or each form would look through all the text. */
final class GroupPlaces {

    /** A row that the group names. */
    record Place(Table table, Table.Row row) {

        Optional<Figure> figure(String measure) {
            return table.column(measure).flatMap(column -> row.figures().get(column.index()));
        }
    }

    private final Map<String, List<Place>> rows = new HashMap<>();
    private final Map<String, List<Figure>> figures = new ConcurrentHashMap<>();
    private final Claims claims;
    private final List<Passage> ofPoints;

    private GroupPlaces(Claims claims) {
        this.claims = claims;
        this.ofPoints = claims.passages().stream()
                .filter(passage -> passage.text().indexOf('分') >= 0)
                .toList();
    }

    static GroupPlaces of(Claims claims) {
        return claims.derived(GroupPlaces.class, GroupPlaces::read);
    }

    private static GroupPlaces read(Claims claims) {
        GroupPlaces places = new GroupPlaces(claims);
        List<Table> tables = new ArrayList<>(claims.tables());
        tables.addAll(claims.turned());
        for (Table table : tables) {
            for (Table.Row row : table.rows()) {
                places.rows
                        .computeIfAbsent(FormGroups.plain(row.label()), key -> new ArrayList<>())
                        .add(new Place(table, row));
            }
        }
        return places;
    }

    /** The rows of all tables that are called so, in their order. */
    List<Place> rows(String name) {
        return rows.getOrDefault(name, List.of());
    }

    /** What the paragraphs that speak of points tell of its weight or its score. */
    List<Figure> figures(String name, String measure) {
        return figures.computeIfAbsent(
                measure + '/' + name,
                key -> ofPoints.stream()
                        .flatMap(passage -> FormGroups.said(claims, passage, name, measure).stream())
                        .toList());
    }
}
