import { words } from "../language/words";

/** A figure for the height of a bar, never for a text: everything shown is the server's text. */
export function drawn(text: string | null | undefined): number | null {
  if (text === null || text === undefined) {
    return null;
  }
  const [whole, part] = text.replace(/[%,]/g, "").split("/");
  const value = part === undefined ? Number(whole) : Number(whole) / Number(part);
  return Number.isFinite(value) ? value : null;
}

/** A ratio as percent by moving its point two places: 0.98494 is 98.494%. */
export function asPercent(ratio: string): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(ratio);
  if (match === null) {
    return ratio;
  }
  const decimals = (match[3] ?? "").padEnd(2, "0");
  const whole = `${match[2]}${decimals.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = decimals.slice(2).replace(/0+$/, "");
  return `${match[1]}${whole}${rest === "" ? "" : `.${rest}`}%`;
}

const units = words({ amount: [" 元", " yuan"], points: [" 分", " points"], count: ["", ""] });

/** A value of a trace for reading; its kind says how it is meant. */
export function valueText(value: unknown, kind: string): string {
  if (value === null || value === undefined) {
    return "—";
  }
  if (Array.isArray(value)) {
    return value.length > 8 ? `${value.slice(0, 8).map((each) => valueText(each, "")).join("、")} … (${value.length})` : value.map((each) => valueText(each, "")).join("、");
  }
  if (typeof value === "object") {
    return Object.values(value as Record<string, unknown>).filter((each) => each !== null && each !== "").slice(0, 4).join(" · ");
  }
  const text = String(value);
  if (kind === "percent") {
    return asPercent(text);
  }
  return kind === "boolean" ? (text === "true" ? "✓" : "✗") : text + ((units as Readonly<Record<string, string>>)[kind] ?? "");
}
