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
        FormWriter.write(SchemeForm.of(scheme), Optional.of(Filling.of(facts)), out);
    }

    /**
     * The same, and what was typed into the cells that could not be read, so that nothing typed is lost.
     *
     * @param typed the cells that the facts were read from
     * @throws org.jizhun.kernel.problem.Refusal if a text is longer than an Excel cell can hold
     */
    public static void write(Scheme scheme, FactSet facts, CaseCells typed, OutputStream out) throws IOException {
        FormWriter.write(SchemeForm.of(scheme), Optional.of(new Filling(facts, typed)), out);
    }

    /**
     * Writes the form of one register alone, such as for the person who keeps it.
     *
     * @throws org.jizhun.kernel.problem.Refusal if a text is longer than an Excel cell can hold
     */
    public static void write(Scheme scheme, Register only, FactSet facts, CaseCells typed, OutputStream out)
            throws IOException {
        FormWriter.write(SchemeForm.of(scheme).only(only), Optional.of(new Filling(facts, typed)), out);
    }

    /** Writes the form of one register with its example. */
    public static void write(Scheme scheme, Register only, OutputStream out) throws IOException {
        FormWriter.write(SchemeForm.of(scheme).only(only), Optional.empty(), out);
    }
}
