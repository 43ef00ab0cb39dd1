import type { Judging, RowView } from "../server/types";

/** What stands in the form for one element of a checklist, or for a judgement, whose element is empty. */
export interface Answer {
  element: string;
  name: string;
  nameEn: string;
  points: string;
  met: string;
  band: string;
  rate: string;
  score: string;
  reason: string;
  row: RowView | null;
}

const blank = { name: "", nameEn: "", points: "", met: "", band: "", rate: "", score: "", reason: "" };
const MET: Readonly<Record<string, string>> = { true: "是", false: "否", 是: "是", 否: "否" };

/** The answers as the rows of the register have them. */
export function answersOf(judging: Judging, rows: readonly RowView[]): Answer[] {
  const own = rows.filter((row) => row.cells["criterion"] === judging.criterion);
  if (judging.register === "checks") {
    return judging.elements.map((element) => {
      const row = own.find((each) => each.cells["element"] === element.id) ?? null;
      const met = row?.cells["met"] ?? "";
      return {
        ...blank,
        element: element.id,
        name: element.name,
        nameEn: element.nameEn,
        points: element.points,
        met: MET[met] ?? met,
        reason: row?.cells["evidence"] ?? "",
        row,
      };
    });
  }
  const row = own[0] ?? null;
  const cell = (name: string): string => row?.cells[name] ?? "";
  return [{ ...blank, element: "", band: cell("band"), rate: cell("rate"), score: cell("points"), reason: cell("reason"), row }];
}

/** What is to be saved: answers that are given and differ from their row. */
export function wantedRows(judging: Judging, answers: readonly Answer[]): object[] {
  return answers.flatMap((answer) => {
    const given: Record<string, string> =
      judging.register === "checks"
        ? { criterion: judging.criterion, element: answer.element, met: answer.met, evidence: answer.reason.trim() }
        : { criterion: judging.criterion, band: answer.band, rate: answer.rate.trim(), points: answer.score.trim(), reason: answer.reason.trim() };
    const before = answer.row?.cells ?? {};
    const isSame = Object.entries(given).every(([name, text]) => (before[name] ?? "") === text);
    const isBlank = answer.row === null && Object.entries(given).every(([name, text]) => name === "criterion" || name === "element" || text === "");
    const open = answer.row === null || answer.row.state === "draft" || answer.row.state === "returned";
    return isSame || isBlank || !open
      ? []
      : [{ key: answer.element, id: answer.row?.id ?? null, version: answer.row?.version ?? null, cells: { ...before, ...given } }];
  });
}
