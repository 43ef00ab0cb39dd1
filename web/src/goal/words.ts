import { words } from "../language/words";

export const w = words({
  title: ["绩效目标", "Goals"],
  quality: ["目标质量", "Goal quality"],
  here: ["正在填的这一行", "The row you are in"],
  hereFine: ["没有发现问题。", "Nothing found."],
  all: ["全部发现（{count}）", "All findings ({count})"],
  none: ["目标写得清楚、可以核对，没有发现问题。", "The goals are clear and can be checked; nothing was found."],
  coverage: ["覆盖情况", "Coverage"],
  tasks: ["重点任务有指标的", "Tasks with an indicator"],
  of: ["{part} / {whole}", "{part} of {whole}"],
  money: ["指标覆盖的预算", "Budget covered by indicators"],
  share: ["占预算的比重", "Share of the budget"],
  go: ["查看这一行", "Go to the row"],
});
