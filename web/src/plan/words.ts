import { words } from "../language/words";

export const w = words({
  title: ["工作计划", "Work plan"],
  help: ["一年的工作、谁负责、什么时候完成；过期的排在前面催办。", "The year's work, who does it and by when; what is late comes first."],
  fromTemplate: ["按模板生成", "Make from template"],
  made: ["已生成 {count} 项。", "{count} tasks made."],
  add: ["新增一项", "Add a task"],
  change: ["修改", "Change"],
  done: ["完成", "Done"],
  reopen: ["重新打开", "Reopen"],
  task: ["工作", "Task"],
  role: ["角色", "Role"],
  person: ["责任人", "Person"],
  due: ["期限", "Due"],
  left: ["剩余", "Left"],
  workingDays: ["{days} 个工作日", "{days} working days"],
  state: ["状态", "State"],
  register: ["对应登记表", "Register"],
  empty: ["还没有工作计划", "There is no work plan yet"],
  emptyHelp: ["可按模板生成全年计划，再调整责任人和期限。", "Make the year's plan from the template, then adjust persons and dates."],
  emptyHelpOther: ["请部门绩效管理员按模板生成。", "The performance officer makes it from the template."],
  save: ["保存", "Save"],
  cancel: ["取消", "Cancel"],
  none: ["无", "None"],
});

export const states = words({ open: ["进行中", "Open"], done: ["已完成", "Done"] });
