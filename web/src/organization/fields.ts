/** One field of a form for a record of the organization. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: "text" | "count" | "date" | "choice";
  readonly required?: boolean;
  readonly choices?: readonly { value: string | number; label: string }[];
}

export type Values = Record<string, string | number | null>;

/** What is sent: blanks as null, counts as numbers. */
export function sent(fields: readonly Field[], values: Values): Values {
  const body: Values = {};
  for (const field of fields) {
    const value = values[field.name] ?? null;
    const text = typeof value === "string" ? value.trim() : value;
    if (text === "" || text === null) {
      body[field.name] = null;
    } else if (field.kind === "count" && typeof text === "string") {
      body[field.name] = /^\d+$/.test(text) ? Number(text) : text;
    } else {
      body[field.name] = text;
    }
  }
  return body;
}
