import { called, fill, listed, words } from "../language/words";
import { unitKinds } from "../organization/words";
import { states } from "../register/sheet/words";
import type { TrailRegister } from "../server/types";
import { roleName } from "../session/roles";
import { w } from "./words";

/** What the fields of an entry are called that are no columns of a register. */
const fields = words({
  login: ["账号", "account"],
  name: ["名称", "name"],
  code: ["代码", "code"],
  shortName: ["简称", "short name"],
  region: ["区划", "region"],
  parent: ["上级", "above"],
  kind: ["性质", "kind"],
  closed: ["停用", "closed"],
  unit: ["单位", "unit"],
  office: ["处室", "office"],
  post: ["职务", "post"],
  departed: ["离任日", "left on"],
  staffEstablishment: ["编制", "posts"],
  staffInPost: ["实有", "in post"],
  role: ["角色", "role"],
  starts: ["起始日", "from"],
  ends: ["截止日", "until"],
  year: ["年度", "year"],
  state: ["状态", "state"],
  scheme: ["评价方案", "scheme"],
  row: ["行", "row"],
  hash: ["校验值", "hash"],
  facts: ["数据校验值", "hash of the data"],
  label: ["说明", "label"],
  total: ["得分", "score"],
  due: ["期限", "due"],
  title: ["事项", "title"],
  person: ["负责人编号", "person"],
  assignedTo: ["负责人", "assigned to"],
  register: ["登记表", "register"],
  reminders: ["催办次数", "reminders"],
  none: ["填报“无”", "answered 无"],
  from: ["原口径", "from"],
  fromUnit: ["原单位", "unit"],
  to: ["换算为", "to"],
  toUnit: ["换算后单位", "unit after"],
  factor: ["系数", "factor"],
  secondFactor: ["动态验证码", "second factor"],
  token: ["令牌", "token"],
  why: ["缘由", "why"],
  file: ["文件", "file"],
  findings: ["发现", "findings"],
  disposition: ["认定", "decision"],
  number: ["版次", "version"],
  snapshot: ["快照", "snapshot"],
  errors: ["错误", "errors"],
  warnings: ["提醒", "warnings"],
  definition: ["统计口径", "definition"],
  indicator: ["指标", "indicator"],
  system: ["系统", "system"],
  values: ["数值", "values"],
});

/** What the rules are that a start of the server found changed. */
const rules = words({
  permissions: ["权限表", "permissions"],
  schemes: ["评价方案", "schemes"],
  calendars: ["工作日历", "calendars"],
});

const values = words({
  true: ["是", "yes"],
  false: ["否", "no"],
  null: ["（空）", "(none)"],
  open: ["进行中", "open"],
  done: ["已完成", "done"],
  published: ["已公开", "published"],
  locked: ["账号已锁定", "the account was locked"],
  held: ["成立", "holds"],
  rejected: ["不成立", "does not hold"],
});

/** How values of an indicator come in. */
const ways = words({
  api: ["系统推送", "pushed by a system"],
  file: ["文件导入", "file"],
  typed: ["手工录入", "typed"],
});

type Table = Readonly<Record<string, string>>;

/** Words for one entry: its subject, its fields, its values; a word that nobody knows stays as it is. */
export interface EntryNames {
  subject: (subject: string) => string;
  field: (path: readonly string[]) => string;
  value: (field: string, value: string) => string;
  /** Where the program gave it, in words; what a person wrote stays. */
  reason: (reason: string) => string;
}

export function namesFor(kind: string, subject: string, registers: readonly TrailRegister[]): EntryNames {
  const register = (name: string): string => {
    const known = registers.find((each) => each.name === name);
    return known === undefined ? name : called(known);
  };
  const isRows = kind === "rows";
  const way = (word: string): string | undefined => (kind === "feed-source" ? (ways as Table)[word] : undefined);
  const own = isRows ? registers.find((each) => each.name === subject)?.columns : undefined;
  const one = (name: string): string => {
    const column = own?.find((each) => each.name === name);
    if (column !== undefined) {
      return called(column);
    }
    return isRows && /^\d+$/.test(name) ? fill(w.rowNumber, { number: name }) : ((fields as Table)[name] ?? name);
  };
  return {
    subject: (text) => (isRows || kind === "register" ? register(text) : kind === "rules" ? ((rules as Table)[text] ?? text) : text),
    field: (path) => path.map(one).join(" · "),
    reason: (reason) => way(reason) ?? reason,
    value: (field, value) => {
      if (field === "kind" && way(value) !== undefined) {
        return way(value) ?? value;
      }
      if (field === "role" || kind === "rules") {
        return listed(value.split(" ").map(roleName));
      }
      if (field === "register") {
        return register(value);
      }
      if (own?.some((each) => each.name === field)) {
        return value; // what somebody typed
      }
      return (values as Table)[value] ?? (states as Table)[value] ?? (field === "kind" ? (unitKinds as Table)[value] : undefined) ?? value;
    },
  };
}
