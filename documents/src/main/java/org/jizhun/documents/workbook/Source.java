package org.jizhun.documents.workbook;

import java.util.Map;

/**
 * A case as found on disk, register by register (English names), before its cells are read.
 *
 * @param grids the table registers, and single values kept as two columns
 * @param entries the single values kept as YAML
 */
record Source(Map<String, Grid> grids, Map<String, Entries> entries) {}
