import type { ColumnView } from "../../server/types";
import { called, language, words } from "../../language/words";

type Names = Readonly<Record<string, string>>;

/**
 * A column of the grid; `names` are what people call the values it holds, such as the criteria of the scheme. Where these
 * depend on another cell of the row, `within` says on which, and has the names for each value of it.
 */
export interface GridColumn extends ColumnView {
  readonly names?: Names;
  readonly within?: { readonly column: string; readonly names: Readonly<Record<string, Names>> };
}

/** The column as it is in a row with these cells. */
export function inRow(column: GridColumn, cells: Names): GridColumn {
  if (column.within === undefined) {
    return column;
  }
  const names = column.within.names[cells[column.within.column] ?? ""] ?? {};
  return { ...column, allowed: Object.keys(names), names };
}

/** A value as people call it. */
export function calledBy(column: GridColumn, value: string): string {
  return column.names?.[value] ?? value;
}

const units = words({ wan: ["万元", "10,000 yuan"], yuan: ["元", "yuan"], yi: ["亿元", "100 million yuan"] });

/** The heading of a column with its unit, such as 合同金额（万元）. */
export function heading(column: ColumnView): string {
  const unit = (units as Readonly<Record<string, string>>)[column.unit] ?? "";
  const label = called(column);
  return unit === "" ? label : language.value === "zh" ? `${label}（${unit}）` : `${label} (${unit})`;
}

/** What may be chosen in a cell; empty for free text. */
export function choices(column: ColumnView): readonly string[] {
  return column.allowed.length > 0 ? column.allowed : column.kind === "BOOLEAN" ? ["是", "否"] : [];
}

const FIGURES = ["NUMBER", "AMOUNT", "PERCENT", "POINTS", "COUNT"];

export function isFigure(column: ColumnView): boolean {
  return FIGURES.includes(column.kind);
}

const WIDTHS: Readonly<Record<string, number>> = { AMOUNT: 120, NUMBER: 92, PERCENT: 92, POINTS: 80, COUNT: 80, DATE: 112, BOOLEAN: 84 };
const LONG = ["content", "text", "reason", "definition", "description", "measure", "goal", "result", "actualText", "targetText"];

/** How wide a column is shown at first, in pixels. */
export function usualWidth(column: ColumnView): number {
  const usual = LONG.includes(column.name) ? 280 : column.name.toLowerCase().includes("name") ? 220 : (column.name.endsWith("ode") ? 128 : (WIDTHS[column.kind] ?? 140));
  return Math.max(usual, Math.min(240, heading(column).length * 14 + 46));
}

/**
 * If the first row of a pasted block is made of headings of this table, the column each belongs to and the rows below it;
 * null where it is not.
 */
export function byHeadings(
  block: readonly (readonly string[])[],
  columns: readonly ColumnView[],
): { at: number[]; rows: readonly (readonly string[])[] } | null {
  const first = block[0] ?? [];
  if (block.length < 2 || first.length < 2) {
    return null;
  }
  const at = first.map((text) => {
    const wanted = text.replace(/\s|\*/g, "");
    return columns.findIndex((column) => [column.label, column.name, heading(column).replace(/\s/g, "")].includes(wanted));
  });
  return at.every((column) => column >= 0) ? { at, rows: block.slice(1) } : null;
}
