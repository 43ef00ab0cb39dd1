package org.jizhun.auditor.claim;

import java.util.Optional;

/**
 * A figure with what the words before it say it is.
 *
 * @param label the words before the figure back to a mark or another figure, fillers such as 为 or 达到 taken off
 * @param measure what the label ends with, from the alias data
 * @param subject what stands before the measure's word; empty for the whole department
 */
public record Claim(Figure figure, String label, Optional<String> measure, String subject) {}
