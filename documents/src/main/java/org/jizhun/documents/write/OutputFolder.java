package org.jizhun.documents.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jizhun.kernel.problem.Place;
import org.jizhun.kernel.problem.Problem;
import org.jizhun.kernel.problem.Refusal;

/** A folder that gets all files or none: they are written under other names first and then moved. */
final class OutputFolder {

    private final Path folder;

    /** @throws Refusal if the folder cannot be made or written; nothing has been done then */
    OutputFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".jizhun-", ".tmp"));
        } catch (IOException unwritable) {
            throw refused();
        }
    }

    /**
     * Writes the files and removes those that would be left from an earlier run and contradict them.
     *
     * @throws Refusal if a file cannot be written, such as on a full disk or one that is open elsewhere
     */
    List<Path> write(Map<String, byte[]> files, List<String> stale) {
        Map<Path, Path> moves = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path temporary = Files.createTempFile(folder, ".jizhun-", ".tmp");
                moves.put(temporary, folder.resolve(file.getKey()));
                Files.write(temporary, file.getValue());
                readable(temporary);
            }
            for (Map.Entry<Path, Path> move : moves.entrySet()) {
                Files.move(move.getKey(), move.getValue(), StandardCopyOption.REPLACE_EXISTING);
            }
            for (String each : stale) {
                Files.deleteIfExists(folder.resolve(each));
            }
        } catch (IOException unwritable) {
            moves.keySet().forEach(OutputFolder::remove);
            throw refused();
        }
        return new ArrayList<>(moves.values());
    }

    /** Temporary files belong to their maker only; a report is an ordinary file. */
    private static void readable(Path file) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        }
    }

    private static void remove(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException ignored) {
            // the refusal that follows says what is wrong with the folder
        }
    }

    private Refusal refused() {
        return new Refusal(Problem.of("output-unwritable", Place.of(folder.toString())));
    }
}
