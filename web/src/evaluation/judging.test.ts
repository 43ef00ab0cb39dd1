import { expect, it } from "vitest";
import type { Judging, RowView } from "../server/types";
import { answersOf, wantedRows } from "./judging";

const checklist: Judging = {
  criterion: "rules",
  register: "checks",
  elements: [
    { id: "a", name: "甲", nameEn: "A", points: "1" },
    { id: "b", name: "乙", nameEn: "B", points: "2" },
  ],
  bands: [],
};
const judged: Judging = { criterion: "effect", register: "judgements", elements: [], bands: [{ label: "好", range: "80%–100%" }] };
const row = (id: number, cells: Record<string, string>, state = "draft"): RowView => ({ id, version: 3, cells, state, problems: [], evidence: 0 }) as unknown as RowView;

it("each element shows the answer that its own row has", () => {
  const rows = [row(1, { criterion: "rules", element: "b", met: "否", evidence: "未制定" }), row(2, { criterion: "other", element: "a", met: "是" })];
  expect(answersOf(checklist, rows).map((each) => [each.element, each.met, each.reason, each.row?.id])).toEqual([
    ["a", "", "", undefined],
    ["b", "否", "未制定", 1],
  ]);
});

it("only what was answered or changed is saved, with the version that was read", () => {
  const answers = answersOf(checklist, [row(1, { criterion: "rules", element: "b", met: "否", evidence: "未制定" })]);
  expect(wantedRows(checklist, answers)).toEqual([]);
  (answers[1] ?? { met: "" }).met = "是";
  expect(wantedRows(checklist, answers)).toEqual([
    { key: "b", id: 1, version: 3, cells: { criterion: "rules", element: "b", met: "是", evidence: "未制定" } },
  ]);
});

it("an answer under review is left alone", () => {
  const answers = answersOf(checklist, [row(1, { criterion: "rules", element: "b", met: "否" }, "submitted")]);
  (answers[1] ?? { met: "" }).met = "是";
  expect(wantedRows(checklist, answers)).toEqual([]);
});

it("a judgement keeps what else its row has", () => {
  const answers = answersOf(judged, [row(5, { criterion: "effect", judgedBy: "某人" })]);
  Object.assign(answers[0] ?? {}, { band: "好", rate: " 90% ", reason: "成效明显" });
  expect(wantedRows(judged, answers)).toEqual([
    { key: "", id: 5, version: 3, cells: { criterion: "effect", judgedBy: "某人", band: "好", rate: "90%", points: "", reason: "成效明显" } },
  ]);
});
