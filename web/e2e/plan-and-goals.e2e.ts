import { type Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Person } from "./browser";
import { DemoServer } from "./server";

// The beginning of the year by those who do it: organization, plan, goals and their money, evidence, and what the trail keeps of it.
const YEAR = "/d/1/2026";
const server = new DemoServer();
let browser: Browser;

beforeAll(async () => {
  await server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.remove();
});

const person = async (role: string): Promise<Person> => (await Person.with(browser, server, role)).signIn();

async function choose(who: Person, field: string, option: string): Promise<void> {
  await who.page.locator(field).click();
  await who.page.locator(".el-select-dropdown__item:visible", { hasText: option }).first().click();
}

describe("organization", () => {
  it("a unit is added with its kind and its staff, and goes into the registers of the year", async () => {
    const officer = await person("performance-officer");
    await officer.go("/administration/organization");
    const units = officer.page.locator("section", { hasText: "所属单位" }).first();
    await units.getByRole("button", { name: "新增" }).click();
    const dialog = officer.page.getByRole("dialog");
    await dialog.locator("[name=code]").fill("900321005");
    await dialog.locator("footer").getByRole("button", { name: "保存" }).click();
    await dialog.locator(".el-form-item__error").first().waitFor();
    await dialog.locator("[name=name]").fill("市少儿图书馆");
    await choose(officer, ".el-dialog:visible .el-select", "公益二类事业单位");
    await dialog.locator("[name=staffEstablishment]").fill("12");
    await dialog.locator("[name=staffInPost]").fill("11");
    await dialog.locator("footer").getByRole("button", { name: "保存" }).click();
    await units.getByText("市少儿图书馆").waitFor();
    // 46 + 72 + 32 + 18 + 12 posts, 44 + 69 + 31 + 17 + 11 of them filled.
    await units.getByText("5 个单位，编制 180 人，实有 172 人").waitFor();

    await officer.go(`${YEAR}/registers/basics/units`);
    await officer.page.locator("[data-testid=take-organization]").click();
    const preview = officer.page.locator("[data-testid=import-preview]");
    await preview.getByRole("button", { name: "确认" }).click();
    await preview.waitFor({ state: "hidden" });
    await expect.poll(() => officer.page.locator(".cell", { hasText: "市少儿图书馆" }).count()).toBe(1);
    expect(officer.faults).toEqual([]);
    await officer.leave();
  });
});

describe("work plan", () => {
  it("a late task is given to somebody, chased, seen on their desk, and done", async () => {
    const officer = await person("performance-officer");
    await officer.go(`${YEAR}/plan`);
    await officer.page.getByText(/已过期 [1-9]/).click();
    const task = officer.page.locator("tr", { hasText: "绩效运行监控" });
    await task.getByRole("button", { name: "修改" }).click();
    await choose(officer, "[data-testid=task-person]", "李填");
    await officer.page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
    await task.getByText("李填").waitFor();
    await task.getByRole("button", { name: "催办" }).click();
    await officer.page.locator(".el-message-box input").fill("财政局周五要汇总");
    await officer.page.locator(".el-message-box").getByRole("button", { name: "确定" }).click();
    await task.getByText("已催办 1 次：财政局周五要汇总").waitFor();
    await officer.page.locator("[data-testid=copy-list]").click();
    await officer.page.getByText(/已复制 [1-9]\d* 项/).waitFor();
    const copied = await officer.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^1\. 绩效运行监控.*，李填（虚构），期限 2026-07-31，已逾期 \d+ 天/);
    await officer.page.getByText("全年 248 个工作日。").waitFor();

    const preparer = await person("preparer");
    await preparer.page.getByText("催办：财政局周五要汇总").waitFor();
    await preparer.go(`${YEAR}/plan`);
    await preparer.page.locator("tr", { hasText: "绩效运行监控" }).getByRole("button", { name: "完成" }).click();
    await preparer.page.locator("tr.done", { hasText: "绩效运行监控" }).waitFor();
    await preparer.go("/desk");
    await preparer.page.locator("h1").first().waitFor();
    expect(await preparer.page.getByText("财政局周五要汇总").count()).toBe(0);

    const auditor = await person("audit-administrator");
    await auditor.go("/trail");
    await choose(auditor, "[data-testid=trail-action]", "催办");
    await auditor.page.getByRole("button", { name: "查询" }).click();
    await auditor.page.locator("tbody tr", { hasText: "财政局周五要汇总" }).waitFor();
    // In words: what was done to which register, and no name that only the program knows.
    await auditor.page.getByRole("button", { name: "清除" }).click();
    await choose(auditor, "[data-testid=trail-action]", "退回");
    await auditor.page.getByRole("button", { name: "查询" }).click();
    const returned = auditor.page.locator("main table.card > tbody > tr").first();
    await returned.getByText("登记表 绩效指标").waitFor();
    await returned.getByText(/编号 \d+ 的行 已退回/).first().waitFor();
    await auditor.page.getByRole("button", { name: "清除" }).click();
    await choose(auditor, "[data-testid=trail-action]", "催办");
    await auditor.page.getByRole("button", { name: "查询" }).click();
    await expect.poll(() => auditor.page.locator("main table.card > tbody > tr").count()).toBe(1);
    expect([...officer.faults, ...preparer.faults, ...auditor.faults]).toEqual([]);
    await Promise.all([officer.leave(), preparer.leave(), auditor.leave()]);
  });
});

describe("a work plan as a workbook", () => {
  it("goes out, comes in again with its good rows, and tells the wrong ones by their number", async () => {
    const officer = await person("performance-officer");
    await officer.go(`${YEAR}/plan`);
    const out = officer.page.waitForEvent("download");
    await officer.page.locator("[data-testid=export-plan]").click();
    expect((await out).suggestedFilename()).toBe("工作计划-2026.xlsx");

    await officer.page.locator("[data-testid=take-plan-file]").click();
    const dialog = officer.page.getByRole("dialog");
    const rows = "工作,期限,角色,责任人\n核对往来款,2026-12-20,填报人,财务处\n清理合同,下周,填报人,\n";
    await dialog.locator("input[type=file]").setInputFiles({ name: "计划.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await dialog.getByText("新增 1 项，修改 0 项，不变 0 项，有误 1 行（不会写入）。").waitFor();
    await dialog.locator("tr", { hasText: "第 3 行" }).getByText("期限").first().waitFor();
    await dialog.locator("[data-testid=take-rows]").click();
    await officer.page.locator("tr", { hasText: "核对往来款" }).getByText("财务处").waitFor();
    expect(await officer.page.locator("tr", { hasText: "清理合同" }).count()).toBe(0);

    // Another file, which is undone as a whole.
    await officer.page.locator("[data-testid=take-plan-file]").click();
    const more = "工作,期限,角色\n盘点固定资产,2026-12-21,填报人\n";
    await dialog.locator("input[type=file]").setInputFiles({ name: "误导入.csv", mimeType: "text/csv", buffer: Buffer.from(more) });
    await dialog.locator("[data-testid=take-rows]").click();
    await officer.page.locator("tr", { hasText: "盘点固定资产" }).waitFor();
    await officer.page.locator("[data-testid=take-plan-file]").click();
    await dialog.locator("[data-testid=taken-files] tr", { hasText: "误导入.csv" }).getByRole("button", { name: "撤销这次导入" }).click();
    await officer.page.locator(".el-message-box").getByRole("button", { name: "确定" }).click();
    await dialog.locator("tr", { hasText: "误导入.csv" }).getByText("已撤销").waitFor();
    await dialog.locator("footer").getByRole("button", { name: "取消" }).click();
    await officer.page.locator("tr", { hasText: "盘点固定资产" }).waitFor({ state: "detached" });

    await officer.page.locator("tr", { hasText: "核对往来款" }).getByRole("button", { name: "修改" }).click();
    await officer.page.locator("[data-testid=remove-task]").click();
    await officer.page.locator(".el-message-box").getByRole("button", { name: "确定" }).click();
    await officer.page.locator("tr", { hasText: "核对往来款" }).waitFor({ state: "detached" });
    expect(officer.faults).toEqual([]);
    await officer.leave();
  });
});

describe("goals and money", () => {
  it("tasks, projects, money and indicators are seen in one line, and lead to their rows", async () => {
    const officer = await person("performance-officer");
    await officer.go(`${YEAR}/goal/links`);
    await officer.page.locator("[data-testid=share]", { hasText: "100.00%" }).waitFor();
    await officer.page.locator("[data-testid=links] a", { hasText: "采购中外文图书册数" }).click();
    await officer.page.waitForURL("**/goal/indicators?row=*");
    await officer.page.locator(".cell", { hasText: "采购中外文图书册数" }).first().waitFor();
    await officer.go("/d/1/2025/goal/changes");
    await officer.page.getByText("与批准的内容一致").waitFor();

    await officer.go("/d/1/2025/budget");
    const projects = officer.page.locator("[data-testid=projects] tbody tr");
    await projects.first().waitFor();
    const all = await projects.count();
    await projects.locator("button").first().click();
    await expect.poll(() => projects.count()).toBeLessThan(all);
    await officer.go(`${YEAR}/budget`);
    await expect.poll(() => officer.page.locator("[data-testid=needed] tbody tr").count()).toBe(6);
    expect(officer.faults).toEqual([]);
    await officer.leave();
  });

  it("evidence is looked at without being saved", async () => {
    const preparer = await person("preparer");
    await preparer.go(`${YEAR}/goal/indicators`);
    await preparer.cell(0, 0).click();
    await preparer.page.getByRole("button", { name: "佐证、历史" }).click();
    const panel = preparer.page.locator("[data-testid=evidence]");
    await panel.locator("input[type=file]").setInputFiles({ name: "签到.csv", mimeType: "text/csv", buffer: Buffer.from("日期,人数\n2026-03-01,32") });
    await panel.getByText("签到.csv").waitFor();
    await panel.getByRole("button", { name: "预览" }).click();
    await preparer.page.locator("[data-testid=preview]", { hasText: "2026-03-01,32" }).waitFor();
    expect(preparer.faults).toEqual([]);
    await preparer.leave();
  });
});
