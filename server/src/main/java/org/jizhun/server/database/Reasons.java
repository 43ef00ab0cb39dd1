package org.jizhun.server.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** What an exception of the file system means, in the few words that stand after a colon in a message. */
final class Reasons {

    private Reasons() {}

    static String of(IOException failure) {
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " (permission denied)";
        }
        if (failure instanceof FileAlreadyExistsException file) {
            return file.getFile() + " (a file, not a folder)";
        }
        if (failure instanceof NotDirectoryException file) {
            return file.getFile() + " (not a folder)";
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " (does not exist)";
        }
        if (failure instanceof FileSystemException other) {
            @Nullable String reason = other.getReason();
            return other.getFile() + (reason == null ? "" : " (" + reason + ")");
        }
        return String.valueOf(failure.getMessage());
    }
}
