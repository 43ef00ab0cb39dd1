package org.jizhun.kernel.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;

/** One class for each rule of {@link KernelRules}, breaking it: a rule that passes here would catch nothing. */
@SuppressWarnings("all")
final class RuleBreakers {

    private RuleBreakers() {}

    static final class ReadsAFile {
        String read() throws IOException {
            return Files.readString(Path.of("case.yaml"));
        }
    }

    static final class OpensAStream {
        java.io.InputStream open() throws IOException {
            return new java.io.FileInputStream("case.yaml");
        }
    }

    static final class KnowsAnotherLibrary {
        org.assertj.core.api.Assertions utilities;
    }

    static final class AsksForNow {
        LocalDate today() {
            return LocalDate.now();
        }
    }

    static final class AsksForTheTime {
        long time() {
            return System.currentTimeMillis();
        }
    }

    static final class AsksForTheLocale {
        Locale locale() {
            return Locale.getDefault();
        }
    }

    static final class LowersByTheLocale {
        String lower(String text) {
            return text.toLowerCase();
        }
    }

    static final class ReadsTheEnvironment {
        String home() {
            return System.getenv("HOME");
        }
    }

    static final class Reflects {
        Object make(String name) throws ReflectiveOperationException {
            return Class.forName(name).getDeclaredConstructor().newInstance();
        }
    }

    static final class StartsAProcess {
        ProcessBuilder process() {
            return new ProcessBuilder("ls");
        }
    }

    static final class HasADoubleField {
        double rate;
    }

    static final class ReturnsAFloat {
        Float rate() {
            return null;
        }
    }

    static final class CountsInALocalDouble {
        long half(long amount) {
            double half = amount;
            half /= 2;
            return (long) half;
        }
    }

    static final class CallsDoubleValue {
        String text(java.math.BigDecimal amount) {
            return String.valueOf(amount.doubleValue());
        }
    }
}
