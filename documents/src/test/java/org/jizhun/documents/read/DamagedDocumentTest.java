package org.jizhun.documents.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;

/**
 * Small files of each format with bytes changed, cut or doubled at random, the seed fixed. A parser may stumble over them,
 * which is a refusal; our own code may not.
 */
class DamagedDocumentTest {

    private static final int MUTANTS = 40;

    @Test
    void no_damage_makes_our_own_code_stumble() throws IOException {
        List<String> stumbled = new ArrayList<>();
        int read = 0;
        int refused = 0;
        for (Map.Entry<String, byte[]> file : SmallFiles.all().entrySet()) {
            Random random = new Random(file.getKey().hashCode());
            for (int i = 0; i < MUTANTS; i++) {
                byte[] mutant = damaged(file.getValue(), random);
                try {
                    SmallFiles.read(file.getKey(), mutant);
                    read++;
                } catch (Refusal refusal) {
                    refused++;
                } catch (Exception | StackOverflowError broken) {
                    refused++;
                    if (SmallFiles.isOurs(broken)) {
                        stumbled.add(file.getKey() + " #" + i + ": " + broken + " at " + broken.getStackTrace()[0]);
                    }
                }
            }
        }
        assertThat(stumbled).isEmpty();
        assertThat(read).as("some mutants still read").isGreaterThan(20);
        assertThat(refused).as("some mutants are refused").isGreaterThan(20);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i <= random.nextInt(8); i++) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        int at = random.nextInt(damaged.length);
        return switch (random.nextInt(4)) {
            case 0 -> java.util.Arrays.copyOf(damaged, Math.max(8, at));
            case 1 -> doubled(damaged, at);
            default -> damaged;
        };
    }

    private static byte[] doubled(byte[] bytes, int at) {
        int length = Math.min(64, bytes.length - at);
        byte[] doubled = java.util.Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, doubled, at + length, bytes.length - at);
        return doubled;
    }
}
