import { words } from "../language/words";

export const w = words({
  title: ["指标数据来源", "Feeds"],
  help: ["每个来源都写明统计口径；口径不同的数不会直接相加，除非写明换算办法。", "Each source says what it counts; values with different definitions are not added unless a conversion says how."],
  name: ["来源名称", "Source"],
  kind: ["方式", "Kind"],
  definition: ["统计口径", "Definition"],
  definitionHelp: ["数什么、从哪里数、到哪一天。", "What is counted, where, and up to which day."],
  indicator: ["对应指标", "Indicator"],
  unit: ["计量单位", "Unit"],
  add: ["新增来源", "Add a source"],
  values: ["数据", "Values"],
  token: ["接口令牌", "Token"],
  newToken: ["生成令牌", "Make a token"],
  tokenOnce: ["令牌只显示这一次，请马上复制到对方系统：", "The token is shown only this once; copy it to the other system:"],
  tokenThere: ["已有令牌", "has a token"],
  period: ["期间", "Period"],
  value: ["数值", "Value"],
  at: ["收到时间", "Received"],
  addValue: ["录入一个数", "Enter a value"],
  none: ["还没有数据来源", "No source yet"],
  noneHelp: ["指标值可以由其他系统推送、由文件导入，或手工录入。先登记来源和口径。", "Values come from other systems, files, or by hand. Register the source and its definition first."],
  noValues: ["还没有数据。", "No values yet."],
  save: ["保存", "Save"],
  cancel: ["取消", "Cancel"],
  close: ["知道了", "Close"],
});

export const kinds = words({ system: ["系统推送", "system"], file: ["文件导入", "file"], typed: ["手工录入", "typed"] });
