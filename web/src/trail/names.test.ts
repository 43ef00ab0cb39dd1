import { describe, expect, it } from "vitest";
import { namesFor } from "./names";

const REGISTERS = [{ name: "indicators", label: "绩效指标", columns: [{ name: "target", label: "年度指标值" }, { name: "name", label: "三级指标" }] }];

describe("the trail in words", () => {
  it("calls registers, rows and columns as people do, and leaves what they typed", () => {
    const names = namesFor("rows", "indicators", REGISTERS);
    expect(names.subject("indicators")).toBe("绩效指标");
    expect(names.field(["723", "target"])).toBe("编号 723 的行 · 年度指标值");
    expect(names.value("name", "open")).toBe("open");
    expect(names.value("723", "submitted")).toBe("已提交");
  });

  it("says how values of a source came, and leaves what somebody wrote", () => {
    const names = namesFor("feed-source", "1", REGISTERS);
    expect(names.reason("api")).toBe("系统推送");
    expect(names.value("kind", "typed")).toBe("手工录入");
    expect(names.value("name", "file")).toBe("file");
    expect(namesFor("rows", "indicators", REGISTERS).reason("file")).toBe("file");
  });

  it("knows roles, registers and states of a task, and keeps what it does not know", () => {
    const names = namesFor("plan-task", "4", REGISTERS);
    expect(names.value("role", "preparer")).toBe("填报人");
    expect(names.value("register", "indicators")).toBe("绩效指标");
    expect(names.field(["due"])).toBe("期限");
    expect(names.value("title", "落实整改措施")).toBe("落实整改措施");
    expect(names.field(["somethingNew"])).toBe("somethingNew");
  });
});
