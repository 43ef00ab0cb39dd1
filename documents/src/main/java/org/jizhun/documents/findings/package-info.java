/**
 * Findings of the auditor in the forms that other programs and people take: SARIF, a page of HTML, comments in Word,
 * highlights in PDF, and the summary of a folder. Entry points: {@link org.jizhun.documents.findings.AuditedFile} and
 * {@link org.jizhun.documents.findings.FolderAudit}. Judges nothing itself.
 */
@NullMarked
package org.jizhun.documents.findings;

import org.jspecify.annotations.NullMarked;
