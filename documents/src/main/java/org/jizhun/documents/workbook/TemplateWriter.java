package org.jizhun.documents.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jizhun.kernel.fact.FactSet;
import org.jizhun.kernel.fact.Register;
import org.jizhun.kernel.scheme.Scheme;

/**
 * Writes the workbook that people fill in for a scheme: a sheet a register, with drop-down lists, units, notes and one
 * example row each, and the scheme's checklists ready to answer. {@link CaseReader} reads it back.
 */
public final class TemplateWriter {

    private TemplateWriter() {}

    /** Writes the empty form; the stream stays open. */
    public static void write(Scheme scheme, OutputStream out) throws IOException {
        FormWriter.write(SchemeForm.of(scheme), Optional.empty(), out);
    }

    /**
     * Writes the form filled with facts, without examples; reading it gives the same facts, to the same hash.
     *
     * @throws org.jizhun.kernel.problem.Refusal if a text is longer than an Excel cell can hold
     */
    public static void write(Scheme scheme, FactSet facts, OutputStream out) throws IOException {
        FormWriter.write(SchemeForm.of(scheme), Optional.of(facts), out);
    }

    /**
     * Writes the form of one register alone, such as for the person who keeps it.
     *
     * @param facts empty for the form with its example
     * @throws org.jizhun.kernel.problem.Refusal if a text is longer than an Excel cell can hold
     */
    public static void write(Scheme scheme, Register only, Optional<FactSet> facts, OutputStream out)
            throws IOException {
        FormWriter.write(SchemeForm.of(scheme).only(only), facts, out);
    }
}
