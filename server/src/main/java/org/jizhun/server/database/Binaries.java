package org.jizhun.server.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL that comes along: an archive per platform on the class path, unpacked once into {@code pgsql/VERSION} of
 * the data folder. It holds {@code postgres}, {@code initdb} and {@code pg_ctl}, no client programs.
 */
final class Binaries {

    private static final Map<String, String> ARCHIVES =
            Map.of("amd64", "/postgres-linux-x86_64.txz", "aarch64", "/postgres-linux-arm_64.txz");

    /** The setting that names a folder where the launcher keeps {@code VERSION} unpacked, so that a new data folder need not. */
    static final String UNPACKED = "jizhun.pgsql";

    static final String VERSION = version();

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    Path postgres() {
        return home.resolve("bin/postgres");
    }

    Path initdb() {
        return home.resolve("bin/initdb");
    }

    /** The major version, which decides whether a data directory can be opened: {@code 18}. */
    static String major() {
        return VERSION.substring(0, VERSION.indexOf('.'));
    }

    /** @throws Refusal if there is none for this machine, or the folder cannot take it */
    static Binaries in(DataFolder data, Consumer<Problem> progress) {
        Path home = data.binaries().resolve(VERSION);
        if (!Files.isExecutable(home.resolve("bin/postgres"))) {
            String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
            @Nullable String archive = archive(System.getProperty("os.name"), System.getProperty("os.arch"));
            if (archive == null) {
                throw new Refusal(Problem.of(
                        "database-no-binaries",
                        data.place(),
                        "found",
                        platform,
                        "expected",
                        "Linux amd64, Linux aarch64"));
            }
            data.checkSpace(DataFolder.NEEDED_FOR_PROGRAM
                    + (Files.exists(data.cluster()) ? 0 : DataFolder.NEEDED_FOR_NEW_DATABASE));
            progress.accept(Problem.of("database-unpacking", data.place(), "version", VERSION));
            placeBeside(data, archive, home);
        }
        return new Binaries(home);
    }

    static @Nullable String archive(String system, String processor) {
        return system.toLowerCase(Locale.ROOT).equals("linux") ? ARCHIVES.get(processor) : null;
    }

    /** Unpacked or linked under another name and renamed when whole, so that an interruption leaves nothing that looks complete. */
    private static void placeBeside(DataFolder data, String archive, Path home) {
        Path fresh = data.binaries().resolve(VERSION + ".new");
        Path unpacked = Path.of(System.getProperty(UNPACKED, "")).resolve(VERSION);
        try {
            Folders.delete(fresh);
            Folders.delete(home);
            folder(fresh);
            if (unpacked.isAbsolute() && Files.isExecutable(unpacked.resolve("bin/postgres"))) {
                Folders.link(unpacked, fresh);
            } else {
                unpack(archive, fresh);
            }
            Folders.setPermissions(data.binaries(), "rwxr-xr-x");
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw Refusals.ofFiles(data, failure);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (InputStream packed = Binaries.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IllegalStateException("not on the class path: " + archive);
            }
            unpack(packed, target);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
            for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("the archive leads out of its folder: " + entry.getName());
                }
                place(tar, entry, file, target);
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path file, Path target)
            throws IOException {
        if (entry.isDirectory()) {
            folder(file);
            return;
        }
        folder(file.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.createLink(file, target.resolve(entry.getLinkName()).normalize());
        } else {
            Files.copy(tar, file);
            Folders.setPermissions(file, (entry.getMode() & 0111) == 0 ? "rw-r--r--" : "rwxr-xr-x");
        }
    }

    /** Whatever the umask: the user who runs the database must be able to read it. */
    private static Path folder(Path folder) throws IOException {
        Path path = folder.normalize();
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return path;
    }

    private static String version() {
        Properties known = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("postgres.properties")) {
            if (in == null) {
                throw new IllegalStateException("missing resource: postgres.properties");
            }
            known.load(in);
        } catch (IOException unreadable) {
            throw new IllegalStateException("unreadable resource: postgres.properties", unreadable);
        }
        return known.getProperty("version");
    }
}
