import type { RegisterForm, RowView } from "../server/types";

/** A row for choosing: `key` names it in a change, `label` to a person. */
export interface RowName {
  readonly key: string;
  readonly label: string;
}

/** What each row is called in a change: by its code or name where no other row has the same, else by its number. */
export function rowNames(form: Pick<RegisterForm, "rowName" | "columns">, rows: readonly Pick<RowView, "cells">[]): RowName[] {
  const naming = ["code", form.rowName].filter((name) => form.columns.some((column) => column.name === name));
  return rows.map(({ cells }, at) => {
    const unique = naming.find((name) => {
      const text = cells[name] ?? "";
      return text !== "" && !/[[\]]/.test(text) && rows.filter((other) => other.cells[name] === text).length === 1;
    });
    const known = [...new Set([cells["code"], cells[form.rowName]])].filter((text) => text !== undefined && text !== "");
    return {
      key: unique === undefined ? String(at + 1) : (cells[unique] ?? ""),
      label: known.length > 0 ? known.join(" ") : `${at + 1} ${Object.values(cells)[0] ?? ""}`,
    };
  });
}

/** A change as the server reads it. */
export function changeOf(form: Pick<RegisterForm, "label" | "columns">, row: string | null, column: string, value: string): string {
  const label = form.columns.find((each) => each.name === column)?.label ?? column;
  return row === null ? `${label}=${value.trim()}` : `${form.label}[${row}].${label}=${value.trim()}`;
}
