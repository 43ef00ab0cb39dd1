/** A case as folder or Excel workbook ↔ facts, and the empty template. Knows no scoring and no report. */
@NullMarked
package org.jizhun.documents.workbook;

import org.jspecify.annotations.NullMarked;
