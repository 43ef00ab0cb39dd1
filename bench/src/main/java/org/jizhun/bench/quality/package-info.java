/**
 * How well the auditor does on the corpus: each document of samples/audit is audited as the verb does and held against its
 * truth. Entry: {@link org.jizhun.bench.quality.AuditQuality}.
 */
@NullMarked
package org.jizhun.bench.quality;

import org.jspecify.annotations.NullMarked;
