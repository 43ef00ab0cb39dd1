package org.jizhun.kernel.scheme;

/**
 * Where a rule comes from.
 *
 * @param source the document, such as 财预〔2020〕10号
 * @param clause the clause in it; may be empty
 * @param inForce since when, as printed; may be empty
 * @param provenance how we know: read where, or from memory and with what confidence
 * @param verified whether the values were read in the source itself; false shows on screen and in the report
 */
public record Basis(String source, String clause, String inForce, String provenance, boolean verified) {}
