package org.jizhun.kernel.formula;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jizhun.kernel.fact.Kind;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.fact.Vocabulary;
import org.jspecify.annotations.Nullable;

/**
 * The names that a formula may use: single values and registers of a vocabulary, further names, and (with an item) the
 * fields of one record, which come first. Every name works in English and by its Chinese label. Immutable.
 */
public final class Scope {

    /** A name of the case: {@code name} is the English one, by which {@link Inputs} are asked. */
    record Global(String name, Kind kind) {}

    private final Map<String, Global> globals;
    private final Kind.@Nullable RecordOf item;

    private Scope(Map<String, Global> globals, Kind.@Nullable RecordOf item) {
        this.globals = globals;
        this.item = item;
    }

    public static Scope of(Vocabulary vocabulary) {
        Map<String, Global> globals = new LinkedHashMap<>();
        for (Register register : vocabulary.registers()) {
            if (register.shape() == Register.Shape.TABLE) {
                put(globals, register.name(), register.label(), new Kind.ListOf(register.recordKind()));
            } else {
                register.columns().forEach(column -> put(globals, column.name(), column.label(), column.kind()));
            }
        }
        return new Scope(globals, null);
    }

    /** A scope in which the record's fields are names, before any other. Evaluation then needs a row. */
    public Scope withItem(Kind.RecordOf record) {
        return new Scope(globals, record);
    }

    /** A scope with one more name, which the inputs answer under {@code name}. */
    public Scope with(String name, String label, Kind kind) {
        Map<String, Global> more = new LinkedHashMap<>(globals);
        put(more, name, label, kind);
        return new Scope(more, item);
    }

    @Nullable Global global(String nameOrLabel) {
        return globals.get(nameOrLabel);
    }

    Kind.@Nullable RecordOf item() {
        return item;
    }

    Set<String> names() {
        Set<String> names = new TreeSet<>(globals.keySet());
        if (item != null) {
            item.fields().forEach(field -> {
                names.add(field.name());
                names.add(field.label());
            });
        }
        return names;
    }

    private static void put(Map<String, Global> globals, String name, String label, Kind kind) {
        Global global = new Global(name, kind);
        globals.put(name, global);
        if (!label.isEmpty()) {
            globals.put(label, global);
        }
    }
}
