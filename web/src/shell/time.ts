const SHOWN = new Intl.DateTimeFormat("sv-SE", {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

/** A moment as 2026-03-31 09:05 in the time of this computer. */
export function moment(at: string | null): string {
  if (at === null || at === "") {
    return "";
  }
  const when = new Date(at);
  return Number.isNaN(when.getTime()) ? at : SHOWN.format(when);
}

/** A file's size for reading, such as 1.2 MB. */
export function size(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(0)} KB` : `${(kilo / 1024).toFixed(1)} MB`;
}
