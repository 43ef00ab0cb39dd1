import { words } from "../language/words";

const parts = words({
  score: ["得分", "score"],
  scheme: ["方案", "scheme"],
  total: ["总分", "total"],
  "total-rate": ["总得分率", "total rate"],
  attainable: ["最多可得", "attainable"],
  weight: ["分值", "weight"],
  share: ["占总分比重", "share of the total"],
  leaves: ["末级指标数", "criteria at the end"],
  children: ["下级指标数", "criteria below"],
  lost: ["失分", "points lost"],
  rate: ["率", "rate"],
  loss: ["扣分", "deduction"],
  reason: ["原因", "reason"],
  criteria: ["评价指标", "criteria"],
  count: ["个数", "count"],
  missing: ["缺资料的", "missing"],
  "missing-weight": ["缺资料的分值", "weight missing"],
  stated: ["引用公布的", "stated"],
  judged: ["评定的", "judged"],
  unverified: ["未与原件核对的", "not verified"],
  year: ["年度", "year"],
  "year-end": ["年末", "end of the year"],
  "report-date": ["报告日期", "date of the report"],
  offices: ["内设处室数", "offices"],
  "subordinate-units": ["下属单位数", "subordinate units"],
  staff: ["人员", "staff"],
  establishment: ["编制数", "establishment"],
  "in-post": ["实有人数", "in post"],
  budget: ["收支表行", "budget line"],
  initial: ["年初预算数", "initial budget"],
  adjustment: ["调整金额", "adjustment"],
  "adjustment-rate": ["调整率", "adjustment rate"],
  adjusted: ["调整后预算", "adjusted budget"],
  actual: ["完成数", "actual"],
  indicator: ["指标", "indicator"],
  indicators: ["绩效指标", "indicators"],
  number: ["序号", "number"],
  target: ["目标值", "target"],
  completion: ["完成率", "completion"],
  reached: ["达到目标的", "reached"],
  execution: ["执行通报", "execution"],
  month: ["月份", "month"],
  months: ["月数", "months"],
  counted: ["计入得分的执行率", "rate as counted"],
  mean: ["平均执行率", "mean rate"],
  problem: ["问题", "problem"],
  problems: ["问题", "problems"],
  deadline: ["完成时限", "deadline"],
  task: ["重点任务", "task"],
  amount: ["金额", "amount"],
  annex: ["附件", "annex"],
  scores: ["得分表", "scores"],
});

/** A figure for choosing: `from` is how it comes about, `label` what it is called. */
export interface NamedFigure {
  readonly key: string;
  readonly text: string;
  readonly from: string;
  readonly label: string;
}

/** What a figure is called: its key part by part, with the names of the criteria. */
export function figureLabel(key: string, criteria: Readonly<Record<string, string>>): string {
  const [group, ...rest] = key.split(".");
  const shown = group === "score" && rest.length > 1 ? rest : [group ?? "", ...rest];
  return shown.map((part) => criteria[part] ?? (parts as Readonly<Record<string, string>>)[part] ?? part).join(" · ");
}
