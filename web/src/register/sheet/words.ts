import { words } from "../../language/words";

export const w = words({
  grid: ["{label}，表格", "{label}, table"],
  gridHelp: [
    "方向键移动，直接输入替换，F2 修改，Delete 清空，Ctrl+C/V 复制粘贴（可从 Excel 粘贴整块），Ctrl+Z/Y 撤销恢复，Ctrl+D 向下填充；按 Esc 后再按 Tab 离开表格。",
    "Arrows move, typing replaces, F2 edits, Delete clears, Ctrl+C/V copy and paste (also blocks from Excel), Ctrl+Z/Y undo and redo, Ctrl+D fills down; Esc and then Tab leaves the table.",
  ],
  number: ["行号", "Row"],
  newRow: ["新行", "new row"],
  cellAt: ["第 {row} 行，{column}：{value}", "row {row}, {column}: {value}"],
  blank: ["空白", "blank"],
  wrong: ["有误", "problem"],
  filter: ["筛选和排序：{column}", "Filter and sort: {column}"],
  contains: ["包含文字", "Contains"],
  ascending: ["升序", "Ascending"],
  descending: ["降序", "Descending"],
  noSort: ["不排序", "As entered"],
  values: ["只看这些值", "Only these values"],
  allValues: ["全部", "All"],
  clear: ["清除筛选", "Clear"],
  blankValue: ["（空白）", "(blank)"],
  pickDate: ["选择日期", "Choose a date"],
  required: ["必填", "required"],
  notPasted: [
    "有 {rows} 行正在审核或已批准，没有粘贴进去；{columns} 列超出了表格右边。",
    "{rows} {rows|row is|rows are} under review or approved and {rows|was|were} left alone; {columns} {columns|column|columns} lay beyond the table.",
  ],
  pasted: ["已粘贴 {rows} 行。", "{rows} {rows|row|rows} pasted."],
  locked: ["这一行正在审核或已批准，不能修改。要改，请先撤回或退回。", "This row is under review or approved. Withdraw or return it to change it."],
  readOnly: ["您在这里只能查看。", "You may only look here."],
  changedFrom: ["批准时为：{value}", "As approved: {value}"],
  unsavedRow: ["尚未保存", "not saved yet"],
  evidence: ["{count} 份佐证", "{count} {count|piece|pieces} of evidence"],
  conflictRow: ["别人也改了这一行", "somebody else changed this row"],
});

export const states = words({
  draft: ["草稿", "Draft"],
  submitted: ["已提交", "Submitted"],
  returned: ["已退回", "Returned"],
  reviewed: ["已审核", "Reviewed"],
  approved: ["已批准", "Approved"],
});
