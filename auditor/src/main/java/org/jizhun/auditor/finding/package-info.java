/** What the auditor tells a person: entry point {@link org.jizhun.auditor.finding.Finding}. */
@NullMarked
package org.jizhun.auditor.finding;

import org.jspecify.annotations.NullMarked;
