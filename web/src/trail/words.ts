import { words } from "../language/words";

export const w = words({
  title: ["操作记录", "Trail"],
  help: ["谁在什么时候、从哪里、把什么从什么改成了什么、为什么。记录首尾相链，改动、删除、调换都能查出。", "Who changed what from what to what, when, from where and why. Entries are chained: a changed, deleted or moved one is found."],
  verify: ["校验全部记录", "Verify the whole trail"],
  sound: ["共 {entries} 条、{chains} 条链，全部完好。", "{entries} entries in {chains} chains, all sound."],
  unsound: ["发现 {count} 处问题：", "{count} faults found:"],
  login: ["账号", "Account"],
  action: ["操作", "Action"],
  kind: ["对象类别", "Kind"],
  subject: ["对象", "Subject"],
  at: ["时间", "When"],
  from: ["来源地址", "From"],
  changes: ["内容", "What"],
  reason: ["原因", "Reason"],
  search: ["查询", "Search"],
  clear: ["清除", "Clear"],
  older: ["更早的", "Older"],
  none: ["没有符合条件的记录。", "No entry fits."],
  before: ["原来", "Before"],
  after: ["现在", "After"],
  number: ["编号", "Number"],
});
