import { words } from "../language/words";

export const w = words({
  title: ["文件审核", "Audits"],
  help: ["上传任何一份绩效报告（PDF、OFD、Word、Excel、网页、文本），找出对不上的数字。", "Upload any performance report (PDF, OFD, Word, Excel, HTML, text) to find figures that do not add up."],
  choose: ["选择文件", "Choose files"],
  drop: ["把文件拖到这里，或", "Drop files here, or"],
  file: ["文件", "File"],
  at: ["时间", "When"],
  by: ["上传人", "Who"],
  errors: ["错误", "Errors"],
  warnings: ["提醒", "Warnings"],
  findings: ["发现", "Findings"],
  decided: ["已处理", "Decided"],
  none: ["还没有审核过文件", "No document was audited yet"],
  noneHelp: ["上传后几秒钟就能看到结果；审核只读文件，不会改动它。", "Results appear within seconds; the document is only read."],
  read: ["读到 {pages} 页、{figures} 个数字，核对 {relations} 组关系。", "Pages: {pages}, figures: {figures}, relations checked: {relations}."],
  annotated: ["下载带批注的文件", "Download with the findings in place"],
  annotatedName: ["批注-{file}", "annotated-{file}"],
  all: ["全部", "All"],
  stated: ["文中", "Stated"],
  expected: ["应为", "Expected"],
  page: ["第 {page} 页", "page {page}"],
  line: ["第 {line} 行", "line {line}"],
  noFindings: ["没有发现问题。", "Nothing was found."],
  reopen: ["重新处理", "Decide again"],
  reason: ["为什么？", "Why?"],
  reasonNeeded: ["认为不是问题时要写明理由。", "A finding is only rejected with a reason."],
  decidedBy: ["{who}，{at}", "{who}, {at}"],
  back: ["全部文件", "All documents"],
  why: ["为什么", "Why"],
});

export const severities = words({ error: ["错误", "Error"], warning: ["提醒", "Warning"], note: ["备注", "Note"] });

/** What one may decide about a finding; undecided is open. */
export const dispositions = words({
  accepted: ["属实，要改", "It holds"],
  rejected: ["不是问题", "It does not"],
});
