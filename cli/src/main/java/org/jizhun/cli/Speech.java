package org.jizhun.cli;

import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Language;

/** Which language to speak: {@code --lang} anywhere among the arguments, else what the launcher says, else the locale. */
final class Speech {

    private static final String OPTION = "--lang";

    private Speech() {}

    /** English where the winning word begins with {@code en}; Chinese otherwise, and where nothing is said. */
    static Language of(List<String> arguments, String launcher, String locale) {
        String word = launcher.isEmpty() ? locale : launcher;
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith(OPTION + "=")) {
                word = argument.substring(OPTION.length() + 1);
            } else if (argument.equals(OPTION) && i + 1 < arguments.size()) {
                word = arguments.get(i + 1);
            }
        }
        return word.startsWith("en") ? Language.EN : Language.ZH;
    }

    static String locale(Map<String, String> environment) {
        String all = environment.getOrDefault("LC_ALL", "");
        return all.isEmpty() ? environment.getOrDefault("LANG", "") : all;
    }
}
