package org.jizhun.server.register;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jizhun.documents.workbook.CaseFolderWriter;
import org.jizhun.documents.workbook.TemplateWriter;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.scheme.Scheme;
import org.springframework.stereotype.Service;
import org.springframework.util.FileSystemUtils;

/** A department year as the files that {@code ./jizhun score} reads, with the same result to the digit. */
@Service
class CaseFiles {

    private final FactSource facts;
    private final RuleBook rules;

    CaseFiles(FactSource facts, RuleBook rules) {
        this.facts = facts;
        this.rules = rules;
    }

    /** The filled workbook. */
    byte[] workbook(long department, int year) {
        CaseReading reading = facts.read(department, year);
        Scheme scheme = rules.scheme(reading.year().scheme());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TemplateWriter.write(scheme, reading.facts(), reading.cells(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The empty workbook. */
    byte[] template(long department, int year) {
        Scheme scheme = rules.scheme(facts.read(department, year).year().scheme());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            TemplateWriter.write(scheme, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** What people call a register. */
    String label(long department, int year, String register) {
        return Registers.register(facts.read(department, year).vocabulary(), register)
                .label();
    }

    /** The workbook of one register, filled or empty. */
    byte[] register(long department, int year, String name, boolean filled) {
        CaseReading reading = facts.read(department, year);
        Register register = Registers.register(reading.vocabulary(), name);
        Scheme scheme = rules.scheme(reading.year().scheme());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (filled) {
                TemplateWriter.write(scheme, register, reading.facts(), reading.cells(), out);
            } else {
                TemplateWriter.write(scheme, register, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** The case folder, as a zip archive. */
    byte[] folder(long department, int year) {
        CaseReading reading = facts.read(department, year);
        try {
            Path work = Files.createTempDirectory("jizhun-case");
            try {
                Path folder = work.resolve("case");
                CaseFolderWriter.write(reading.facts(), reading.cells(), folder);
                return zip(folder);
            } finally {
                FileSystemUtils.deleteRecursively(work);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] zip(Path folder) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
                Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            for (Path file : sorted) {
                zip.putNextEntry(new ZipEntry(String.valueOf(file.getFileName())));
                Files.copy(file, zip);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
