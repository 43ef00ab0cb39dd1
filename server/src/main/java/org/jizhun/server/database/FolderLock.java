package org.jizhun.server.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time uses a data folder. The system holds the lock and lets go of it when the process ends, however it
 * ends, so a stale lock cannot be. The process number stands in a file of its own beside the lock: closing a second
 * channel on the lock file would give the lock away.
 */
final class FolderLock implements AutoCloseable {

    /** The folders this very process holds; the system's lock does not tell threads of one process apart. */
    private static final Map<Path, FolderLock> HELD_HERE = new ConcurrentHashMap<>();

    private final Path folder;
    private @Nullable FileChannel channel;

    private FolderLock(Path folder) {
        this.folder = folder;
    }

    /** @throws Refusal if another process, or another part of this one, holds the folder */
    static FolderLock take(DataFolder data) {
        FolderLock lock = new FolderLock(data.root());
        if (HELD_HERE.putIfAbsent(data.root(), lock) != null) {
            throw inUse(data.root(), String.valueOf(ProcessHandle.current().pid()));
        }
        boolean taken = false;
        try {
            taken = lock.tryToTake();
        } catch (IOException unwritable) {
            throw new Refusal(Problem.of("database-folder-unwritable", data.place(), "found", Reasons.of(unwritable)));
        } finally {
            if (!taken) {
                HELD_HERE.remove(data.root(), lock);
            }
        }
        if (!taken) {
            throw inUse(data.root(), readPid(data.root()).orElse("?"));
        }
        return lock;
    }

    private boolean tryToTake() throws IOException {
        FileChannel opened =
                FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = opened.tryLock();
        } finally {
            if (lock == null) {
                opened.close();
            }
        }
        if (lock == null) {
            return false;
        }
        channel = opened;
        Files.writeString(folder.resolve("server.pid"), ProcessHandle.current().pid() + "\n");
        return true;
    }

    /** Whether someone, this process or another, holds the folder now. */
    static boolean isHeld(DataFolder data) {
        try (FolderLock mine = take(data)) {
            return mine.channel == null;
        } catch (Refusal held) {
            return held.problems().get(0).code().equals("database-folder-in-use");
        }
    }

    private static Refusal inUse(Path folder, String pid) {
        return new Refusal(Problem.of("database-folder-in-use", Place.of(folder.toString()), "pid", pid));
    }

    private static Optional<String> readPid(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve("server.pid")).strip())
                    .filter(pid -> !pid.isEmpty());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                Files.deleteIfExists(folder.resolve("server.pid"));
                channel.close();
            }
        } catch (IOException letGoAnyway) {
            // The system takes the lock back when this process ends.
        } finally {
            HELD_HERE.remove(folder, this);
        }
    }
}
