/** Which registers stand together on a page. */
export const GROUPS: Readonly<Record<string, readonly string[]>> = {
  basics: ["department", "units", "values"],
  goal: ["goals", "tasks", "projects", "indicators"],
  budget: ["budget", "execution", "projects"],
  compliance: ["contracts", "procurements", "assets", "assetIncomes", "disclosures", "operatingCosts"],
  assessment: ["checks", "deductions", "judgements", "statedScores", "notApplicable"],
  rectification: ["problems"],
  narrative: ["narrative"],
};

/** The page on which a register is filled in. */
export function pageOf(base: string, register: string): string {
  if (["goals", "tasks", "projects", "indicators"].includes(register)) {
    return `${base}/goal/${register}`;
  }
  if (["budget", "execution"].includes(register)) {
    return `${base}/budget/${register}`;
  }
  const group = Object.keys(GROUPS).find((each) => GROUPS[each]?.includes(register)) ?? "basics";
  return group === "narrative" ? `${base}/report` : `${base}/registers/${group}/${register}`;
}
