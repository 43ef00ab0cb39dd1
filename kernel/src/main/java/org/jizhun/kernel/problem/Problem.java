package org.jizhun.kernel.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing to tell a person: a code of the {@link Catalogue}, the values its wording names, and the place. The severity
 * and the wording belong to the catalogue, so that changing either is one edit.
 *
 * @param code a word code such as {@code cell-not-a-number}; it must stand in the catalogue
 * @param arguments values for the wording's {@code {name}} slots, in order of mention
 */
public record Problem(String code, Place place, Map<String, String> arguments) {

    public Problem {
        arguments = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    }

    /** A problem with its arguments as name, value, name, value …; a {@link Named} gives both its names. */
    public static Problem of(String code, Place place, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values must come in pairs: " + code);
        }
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String name = String.valueOf(namesAndValues[i]);
            if (namesAndValues[i + 1] instanceof Named named) {
                arguments.put(name, named.zh());
                arguments.put(name + Catalogue.ENGLISH, named.en());
            } else {
                arguments.put(name, String.valueOf(namesAndValues[i + 1]));
            }
        }
        return new Problem(code, place, arguments);
    }

    public Severity severity() {
        return Catalogue.standard().severity(code);
    }

    /** The sentence for a person, with its slots filled; without place and advice. */
    public String text(Language language) {
        return Catalogue.standard().text(this, language);
    }

    /** What to do about it; empty where the sentence says it all. */
    public String advice(Language language) {
        return Catalogue.standard().advice(this, language);
    }
}
