package org.jizhun.server.database;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Properties;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jizhun.server.database.DatabaseAddress.Role;
import org.jspecify.annotations.Nullable;

/**
 * The three roles of the embedded database with their passwords, made at random for each data folder and kept in
 * {@code database.properties}, which only its owner can read. Nobody types them.
 */
record Passwords(Role superuser, Role owner, Role application) {

    private static final int BITS = 192;

    static Passwords random() {
        SecureRandom random = new SecureRandom();
        return new Passwords(
                new Role("postgres", secret(random)),
                new Role("jizhun_owner", secret(random)),
                new Role("jizhun_application", secret(random)));
    }

    /** Letters and digits only, so that it needs no quoting anywhere. */
    private static String secret(SecureRandom random) {
        return new BigInteger(BITS, random).setBit(BITS).toString(36);
    }

    /** @throws Refusal if the file is missing or incomplete */
    static Passwords read(DataFolder data) {
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(data.passwords())) {
            file.load(in);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw missing(data);
        }
        return new Passwords(role(data, file, "superuser"), role(data, file, "owner"), role(data, file, "application"));
    }

    private static Role role(DataFolder data, Properties file, String key) {
        @Nullable String name = file.getProperty(key + ".name");
        @Nullable String password = file.getProperty(key + ".password");
        if (name == null || password == null) {
            throw missing(data);
        }
        return new Role(name, password);
    }

    private static Refusal missing(DataFolder data) {
        return new Refusal(Problem.of(
                "database-passwords-missing",
                data.place(),
                "found",
                data.passwords().getFileName()));
    }

    /** Written beside and then renamed, so that the file is whole or absent. */
    void write(DataFolder data) throws IOException {
        Properties file = new Properties();
        put(file, "superuser", superuser);
        put(file, "owner", owner);
        put(file, "application", application);
        Path fresh = onlyMine(data.root().resolve("database.properties.new"));
        try (Writer out = Files.newBufferedWriter(fresh)) {
            file.store(out, "Passwords of the embedded database; whoever can read this file can read all data.");
        }
        Files.move(fresh, data.passwords(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void put(Properties file, String key, Role role) {
        file.setProperty(key + ".name", role.name());
        file.setProperty(key + ".password", role.password());
    }

    /** The application's role in an external database: as kept in the folder, else with a new password. */
    static Role ofExternal(DataFolder data, String name) {
        Properties file = new Properties();
        try (Reader in = Files.newBufferedReader(external(data))) {
            file.load(in);
        } catch (IOException | IllegalArgumentException none) {
            return new Role(name, secret(new SecureRandom()));
        }
        @Nullable String password = file.getProperty(name + ".password");
        return new Role(name, password == null ? secret(new SecureRandom()) : password);
    }

    static void keepExternal(DataFolder data, Role role) throws IOException {
        Properties file = new Properties();
        file.setProperty(role.name() + ".password", role.password());
        Path fresh = onlyMine(data.root().resolve("external-database.properties.new"));
        try (Writer out = Files.newBufferedWriter(fresh)) {
            file.store(out, "Password of the application's role in the external database.");
        }
        Files.move(fresh, external(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path external(DataFolder data) {
        return data.root().resolve("external-database.properties");
    }

    /** A new empty file that only its owner can read, from its first moment. */
    static Path onlyMine(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
}
