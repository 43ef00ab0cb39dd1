import { words } from "../language/words";

export const w = words({
  title: ["导入导出", "Import and export"],
  out: ["导出", "Export"],
  workbook: ["填好的工作簿（.xlsx）", "The workbook as filled (.xlsx)"],
  template: ["空白模板（.xlsx）", "Blank template (.xlsx)"],
  caseZip: ["资料包（.zip，可用 ./jizhun score 打分）", "The case (.zip, what ./jizhun score reads)"],
  in: ["导入", "Import"],
  inHelp: ["上传按模板填写的工作簿。先看预览，确认后才写入；写入后还可以整次撤销。", "Upload a workbook filled by the template. You see a preview first; nothing is written before you confirm, and the whole import can be undone."],
  choose: ["选择文件", "Choose a file"],
  drop: ["把 .xlsx 拖到这里，或", "Drop an .xlsx here, or"],
  preview: ["预览：{file}", "Preview: {file}"],
  register: ["登记表", "Register"],
  added: ["新增", "Added"],
  changed: ["修改", "Changed"],
  same: ["不变", "Same"],
  problems: ["问题", "Problems"],
  take: ["导入", "Take"],
  confirm: ["确认导入所选登记表", "Import what is chosen"],
  cancel: ["取消", "Cancel"],
  done: ["已导入。", "Imported."],
  past: ["导入记录", "Past imports"],
  none: ["还没有导入过。", "Nothing was imported yet."],
  undo: ["撤销这次导入", "Undo this import"],
  undone: ["已撤销。", "Undone."],
  file: ["文件", "File"],
  at: ["时间", "When"],
  by: ["操作人", "Who"],
  state: ["状态", "State"],
  heldUp: ["审核中不动", "Under review"],
  badRows: ["有问题的内容按原样导入，在表中标出，改好即可；其余照常导入。", "What cannot be read is taken as it stands and marked in the table; everything else is imported as usual."],
});

export const states = words({
  previewed: ["待确认", "To be confirmed"],
  confirmed: ["已导入", "Imported"],
  undone: ["已撤销", "Undone"],
});
