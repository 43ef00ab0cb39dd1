package org.jizhun.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jizhun.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Backups that are none, were changed, cut short or forged: refused, and nothing is touched. */
@Timeout(180)
class DamagedBackupIT extends BackupWork {

    @Test
    void a_missing_or_foreign_file_is_refused() throws Exception {
        Path text = Files.writeString(folder.path().resolve("text"), "not a backup");
        Path archive = folder.path().resolve("other.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.closeEntry();
        }
        Path manifest = changed("manifest.json", old -> "{\"format\": \"other\"}");
        assertRefused(() -> restore(STRUCTURE).from(folder.path().resolve("none"), true), "backup-not-found");
        assertRefused(() -> restore(STRUCTURE).from(text, true), "backup-foreign");
        assertRefused(() -> restore(STRUCTURE).from(archive, true), "backup-foreign");
        assertRefused(() -> restore(STRUCTURE).from(manifest, true), "backup-foreign");
    }

    @Test
    void a_file_of_a_newer_format_is_refused() throws Exception {
        Path newer = changed("manifest.json", old -> old.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2"));
        assertRefused(() -> restore(STRUCTURE).from(newer, true), "backup-newer", "version 2", "up to 1");
    }

    @Test
    void a_changed_figure_is_found_before_anything_is_touched() throws Exception {
        Path file = changed("tables/public.month.csv", old -> old.replaceFirst("2023,1,", "2023,2,"));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-damaged", "tables/public.month.csv");
    }

    @Test
    void a_table_that_is_missing_from_the_file_is_found() throws Exception {
        Path file = changed("tables/public.grade.csv", old -> null);
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-damaged", "tables/public.grade.csv");
    }

    @Test
    void a_manifest_that_says_less_is_found() throws Exception {
        Path file = changed("manifest.json", old -> old.replace("\"sequences\"", "\"sequenzen\""));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-damaged", "manifest.json");
    }

    @Test
    void a_file_cut_short_anywhere_is_refused() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        for (int length : new int[] {2, 100, whole.length / 2, whole.length - 1}) {
            Path cut = Files.write(folder.path().resolve("cut"), java.util.Arrays.copyOf(whole, length));
            assertRefused(() -> restore(STRUCTURE).from(cut, true), "backup-damaged");
        }
    }

    /** One flipped bit: refused, or in a byte that carries nothing (a time stamp), and then the content is unharmed. */
    @Test
    void no_flipped_bit_gets_through() throws Exception {
        byte[] whole = Files.readAllBytes(backup);
        BackupManifest right;
        try (BackupFile file = BackupFile.open(backup)) {
            right = file.manifest();
        }
        for (int at = 0; at < whole.length; at += 97) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x10;
            Path file = Files.write(folder.path().resolve("flipped"), flipped);
            try (BackupFile read = BackupFile.open(file)) {
                assertThat(read.manifest()).as("byte " + at).isEqualTo(right);
            } catch (Refusal refused) {
                assertThat(refused.problems().get(0).code()).startsWith("backup-");
            }
        }
    }

    /** Right hashes, wrong rows: what the database itself refuses must undo everything. */
    @Test
    void rows_that_the_structure_does_not_allow_undo_everything() throws Exception {
        Map<String, List<List<String>>> before = everything();
        Path file = forged("person", old -> old.replace("1,1,张三", "1,77,张三"));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-not-restored", "foreign key");
        assertThat(everything()).isEqualTo(before);
        Path other = forged("grade", old -> old.replaceFirst("code,label", "code,name"));
        assertRefused(() -> restore(STRUCTURE).from(other, true), "backup-not-restored", "column name mismatch");
        assertThat(everything()).isEqualTo(before);
    }

    /** The database reads 007 as 7: a table that does not come back as it stands in the file is not accepted. */
    @Test
    void a_value_that_comes_back_otherwise_undoes_everything() throws Exception {
        Map<String, List<List<String>>> before = everything();
        Path file = forged("month", old -> old.replaceFirst("2023,7,", "2023,007,"));
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-differs-after-restore", "public.month");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void a_table_the_program_does_not_know_is_refused() throws Exception {
        Path file = folder.path().resolve("extra.backup");
        try (Connection owner = address.connectAsOwner()) {
            Sql.run(owner, "CREATE SCHEMA foreign_part");
            Sql.run(owner, "CREATE TABLE foreign_part.extra (id int PRIMARY KEY)");
        }
        Backup.write(address, file, step -> {});
        assertRefused(() -> restore(STRUCTURE).from(file, true), "backup-structure-differs", "foreign_part.extra");
    }

    /** The backup with one entry changed, or left out where the change gives null. */
    private static Path changed(String entry, UnaryOperator<String> change) throws IOException {
        return rewritten(Map.of(entry, change));
    }

    /** A table changed by someone who also puts its new hash into the manifest. */
    private static Path forged(String table, UnaryOperator<String> change) throws Exception {
        try (BackupFile file = BackupFile.open(backup)) {
            BackupManifest.Table old = file.manifest().tables().stream()
                    .filter(t -> t.name().equals(table))
                    .findFirst()
                    .orElseThrow();
            String csv = new String(file.rows(old).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(change.apply(csv)).isNotEqualTo(csv);
            var digest = Hashes.sha256();
            digest.update(change.apply(csv).getBytes(StandardCharsets.UTF_8));
            String hash = Hashes.hex(digest);
            return rewritten(
                    Map.of(old.file(), change, BackupManifest.ENTRY, json -> json.replace(old.sha256(), hash)));
        }
    }

    private static Path rewritten(Map<String, UnaryOperator<String>> changes) throws IOException {
        Path file = folder.path().resolve("changed.backup");
        try (ZipFile in = new ZipFile(backup.toFile());
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Enumeration<? extends ZipEntry> entries = in.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                in.getInputStream(entry).transferTo(bytes);
                String old = bytes.toString(StandardCharsets.UTF_8);
                String now = changes.getOrDefault(entry.getName(), UnaryOperator.identity())
                        .apply(old);
                if (now != null) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(now.getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return file;
    }
}
