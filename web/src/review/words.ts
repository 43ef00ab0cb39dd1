import { words } from "../language/words";

export const w = words({
  title: ["审核", "Review"],
  help: ["看清每行与上次批准相比改了什么，勾选后一起处理；退回要写原因。", "See what changed since approval, tick rows and act on them together; returning needs a reason."],
  mine: ["等我处理的", "Waiting for me"],
  all: ["全部", "All"],
  register: ["登记表", "Register"],
  row: ["事项", "Row"],
  state: ["状态", "State"],
  by: ["最后修改", "Last change"],
  changed: ["批准后的变化", "Changed since approval"],
  problems: ["问题", "Problems"],
  evidence: ["佐证", "Evidence"],
  selectAll: ["全选", "Select all"],
  selected: ["已选 {count} 行", "{count} rows selected"],
  nothing: ["没有等您处理的行", "Nothing waits for you"],
  nothingHelp: ["填报人提交后会出现在这里。看“全部”可查看各行走到哪一步。", "What preparers submit appears here. “All” shows how far each row is."],
  fresh: ["第一次提交", "First time"],
  open: ["打开", "Open"],
  more: ["再显示 {count} 行", "{count} more rows"],
  allRegisters: ["全部登记表", "All registers"],
});
