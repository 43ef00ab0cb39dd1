import type { Told } from "../../server/types";
import type { Line } from "./line";

/** What is wrong in a cell; nothing once it was typed over, until the server has looked again. */
export function toldAt(line: Line, column: string): readonly Told[] {
  const refused = line.refusal !== null && line.refusal.column === column ? [line.refusal] : [];
  if (line.row === null || (line.cells[column] ?? "") !== (line.row.cells[column] ?? "")) {
    return refused;
  }
  return [...refused, ...line.row.problems.filter((told) => told.column === column)];
}

/** What is wrong with the row as a whole. */
export function toldOfRow(line: Line): readonly Told[] {
  const refused = line.refusal !== null && line.refusal.column === null ? [line.refusal] : [];
  return [...refused, ...(line.row?.problems.filter((told) => told.column === null) ?? [])];
}

const ORDER = ["error", "warning", "note"];

/** The gravest severity among them; "" for none. */
export function gravest(told: readonly Told[]): string {
  return ORDER.find((severity) => told.some((each) => each.severity === severity)) ?? "";
}

/** Whether the cell is other than it was approved. */
export function isChanged(line: Line, column: string): boolean {
  const approved = line.row?.approvedCells;
  return approved !== null && approved !== undefined && (approved[column] ?? "") !== (line.cells[column] ?? "");
}
