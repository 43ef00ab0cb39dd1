import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Person } from "./browser";
import { DemoServer } from "./server";

// A score followed down to its evidence, what is missing, what would change it, and what it was; one register as a workbook;
// long work cancelled; many rows reviewed at once. In the demo's two years.
const DONE = "/d/1/2025";
const UNDER_WAY = "/d/1/2026";
const PICTURE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const server = new DemoServer();
const people: Person[] = [];
let browser: Browser;

beforeAll(async () => {
  await server.start();
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.remove();
});

afterEach(async () => {
  for (const person of people.splice(0)) {
    expect(person.faults).toEqual([]);
    await person.leave();
  }
});

async function at(path: string, role = "performance-officer"): Promise<Person> {
  const person = await Person.with(browser, server, role);
  people.push(person);
  await person.signIn();
  await person.go(path);
  await person.page.locator("main h1").first().waitFor();
  await person.page.waitForLoadState("networkidle");
  return person;
}

async function criterion(person: Person, name: string): Promise<Locator> {
  await person.page.locator("button.name", { hasText: name }).first().click();
  const panel = person.page.getByTestId("derivation");
  await panel.locator("h2", { hasText: name }).waitFor();
  return panel;
}

async function choose(person: Person, list: Locator, text: string): Promise<void> {
  await list.click();
  await person.page.getByRole("option", { name: text }).first().click();
}

describe("a score", () => {
  it("is answered where it is shown, computed again, proved with a file, and followed down to that file", async () => {
    const person = await at(`${UNDER_WAY}/evaluation`);
    const panel = await criterion(person, "绩效管理制度建设");
    const form = panel.getByTestId("judging");
    const elements = form.locator("fieldset");
    await expect.poll(() => elements.count()).toBe(5);
    for (let i = 0; i < 5; i += 1) {
      await elements.nth(i).getByRole("radio", { name: i === 4 ? "未达到" : "达到", exact: true }).check();
    }
    await elements.nth(0).getByRole("textbox").fill("《预算绩效管理办法》第二章");
    await form.getByRole("button", { name: "保存并重新计分" }).click();
    // Four of five elements at one point each.
    await panel.locator(".result b", { hasText: "4" }).waitFor();

    await elements.nth(0).getByRole("button", { name: "佐证 0 份" }).click();
    await panel.locator("input[type=file]").setInputFiles({ name: "办法.png", mimeType: "image/png", buffer: PICTURE });
    await panel.getByText("办法.png").first().waitFor();

    await criterion(person, "部门预算资金支出率");
    const again = await criterion(person, "绩效管理制度建设");
    await again.getByTestId("grounds").getByRole("button", { name: "佐证 1 份" }).click();
    const link = again.getByTestId("grounds").getByRole("link", { name: "办法.png" });
    const file = await person.context.request.get(`${server.address}${(await link.getAttribute("href")) ?? ""}`);
    expect([file.status(), (await file.body()).equals(PICTURE)]).toEqual([200, true]);
  });

  it("shows its derivation beside the line that is chosen, however far down it stands", async () => {
    const person = await at(`${DONE}/evaluation`);
    const panel = await criterion(person, "三公");
    await expect.poll(async () => (await panel.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    const box = await panel.boundingBox();
    expect((box?.y ?? 0) + 60).toBeLessThan(768);
  });

  it("names who owes what is missing, and by when", async () => {
    const person = await at(`${UNDER_WAY}/evaluation`);
    await person.page.getByRole("tab", { name: /缺什么/ }).click();
    const owed = person.page.getByTestId("owed");
    const all = await owed.locator("tbody tr").count();
    await person.page.getByRole("group", { name: "由谁补" }).getByRole("button", { name: "填报人" }).click();
    await expect.poll(() => owed.locator("tbody tr").count()).toBeLessThan(all);
    await owed.getByText("2026-11-30").first().waitFor(); // contracts and assets by the plan's template
    await owed.getByRole("link", { name: "去补填" }).first().click();
    await person.page.locator("[role=grid]").waitFor();
  });

  it("is asked what if by choosing a cell, and told line by line; a value that cannot be is told", async () => {
    const person = await at(`${DONE}/evaluation`);
    const page = person.page;
    await page.getByRole("tab", { name: "假设测算" }).click();
    const picker = page.getByTestId("change-picker");
    await choose(person, picker.locator(".el-select.register"), "月度执行通报");
    await choose(person, picker.locator(".el-select.row"), "3");
    await choose(person, picker.locator(".el-select.column"), "执行率");
    await page.fill("input[name=picked-value]", "八成");
    await picker.getByRole("button", { name: "加入改动" }).click();
    await page.getByRole("button", { name: "测算", exact: true }).click();
    await page.getByText("八成").and(page.locator(".problems *")).first().waitFor();
    await page.fill("textarea[name=changes]", "月度执行通报[3].执行率=80%");
    await page.getByRole("button", { name: "测算", exact: true }).click();
    await page.getByTestId("what-if").getByText("90.42").waitFor();
    // March falls from 96.4 % to 80 %: 16.4 / 10 months × 10 points / 100 = 0.164, and 90.58 − 0.16 = 90.42.
    await page.locator("tr", { hasText: "部门预算资金支出率" }).getByText("-0.16").waitFor();
  });

  it("is kept, opened again with the same result, and compared with now and with the year before", async () => {
    const person = await at(`${UNDER_WAY}/evaluation`);
    const page = person.page;
    await page.getByRole("tab", { name: "快照与比较" }).click();
    await page.fill("input[name=label]", "年中自查");
    await page.getByRole("button", { name: "保存快照" }).click();
    await page.getByRole("button", { name: "年中自查" }).click();
    await page.getByTestId("recomputed").getByText("结果一致").waitFor();
    await page.getByRole("button", { name: "返回列表" }).click();
    await page.getByTestId("compare-last").click();
    await page.getByText("没有变化").waitFor();
    await page.getByTestId("compare-year").click();
    await page.getByRole("heading", { name: "2025 与 2026 的比较" }).waitFor();
    await page.locator("canvas").first().waitFor();
  });

  it("of every project stands beside the department's", async () => {
    const person = await at(`${DONE}/projects`);
    await person.page.getByTestId("whole").getByText("90.58").first().waitFor();
    await person.page.getByRole("button", { name: "家庭建档公益服务" }).click();
    const detail = person.page.getByTestId("project");
    await detail.getByText("89.4").first().waitFor();
    await detail.locator("button.name", { hasText: "市民建档意识" }).click();
    await detail.getByTestId("grounds").getByRole("link", { name: "市民建档意识" }).waitFor();
  });

  it("follows the scheme that the officer chooses for the year, which can be closed and opened again", async () => {
    const person = await at(`${UNDER_WAY}/evaluation`);
    const page = person.page;
    const confirm = (): Promise<void> => page.locator(".el-message-box .el-button--primary").click();
    await choose(person, page.locator(".el-select.scheme"), "2016");
    await page.getByText("正在按另一个方案试看").waitFor();
    await page.getByTestId("adopt").click();
    await confirm();
    await page.getByText("版本 2016").waitFor();
    await page.reload();
    await page.getByText("版本 2016").waitFor();
    await page.getByRole("button", { name: "年度关账" }).click();
    await confirm();
    await page.getByRole("button", { name: "重新打开本年度" }).click();
    await confirm();
    await choose(person, page.locator(".el-select.scheme"), "广州");
    await page.getByTestId("adopt").click();
    await confirm();
    await page.getByText("版本 2023").waitFor();
  });
});

describe("one register", () => {
  it("goes out as a workbook, comes in with a preview, and the import is undone", async () => {
    const person = await at(`${UNDER_WAY}/budget/execution`);
    const page = person.page;
    const execution = "/api/departments/1/years/2025/registers/execution/workbook.xlsx";
    const whole = await person.context.request.get(`${server.address}${execution}`);
    await page.getByTestId("excel").first().click();
    const dialog = page.getByRole("dialog", { name: /Excel/ });
    const [saved] = await Promise.all([page.waitForEvent("download"), dialog.getByTestId("register-template").click()]);
    expect(saved.suggestedFilename()).toContain("月度执行通报");
    await dialog.locator("input[type=file]").setInputFiles({ name: "不是工作簿.xlsx", mimeType: XLSX, buffer: Buffer.from("no") });
    await dialog.getByRole("alert").first().waitFor();
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    await dialog.locator("input[type=file]").setInputFiles({ name: "执行通报.xlsx", mimeType: XLSX, buffer: await whole.body() });
    const preview = page.getByTestId("import-preview");
    await preview.locator("tr", { hasText: "月度执行通报" }).waitFor();
    // Of the ten months of 2025, March to December, the first four are there in 2026.
    expect(await preview.locator("tbody tr").first().locator("td").nth(2).textContent()).toBe("6");
    await preview.getByRole("button", { name: "确认导入所选登记表" }).click();
    await dialog.waitFor({ state: "hidden" });
    await page.locator(".cell", { hasText: /^12$/ }).first().waitFor();

    await person.go(`${UNDER_WAY}/exchange`);
    await page.locator("tr", { hasText: "执行通报.xlsx" }).getByRole("button", { name: "撤销这次导入" }).click();
    await page.locator(".el-message-box .el-button--primary").click();
    await page.locator("tr", { hasText: "执行通报.xlsx" }).getByText("已撤销").waitFor();
  });
});

describe("long work", () => {
  it("shows how far it is and is cancelled without leaving anything behind", async () => {
    const person = await at(`${DONE}/report?tab=versions`);
    const page = person.page;
    const reports = "/api/departments/1/years/2025/reports";
    const count = async (): Promise<number> => ((await (await person.context.request.get(server.address + reports)).json()) as unknown[]).length;
    const before = await count();
    await page.getByRole("button", { name: "生成报告" }).click();
    const progress = page.locator(".job");
    await progress.locator("progress").waitFor();
    await progress.getByRole("button", { name: "取消" }).click();
    await progress.getByText("已取消").waitFor({ timeout: 60_000 });
    await progress.getByRole("button", { name: "关闭" }).click();
    expect(await count()).toBe(before);
  }, 120_000);
});

describe("the review of many rows", () => {
  it("tells before which rows it takes, and afterwards which somebody else had changed", async () => {
    const reviewer = await at(`${UNDER_WAY}/review`, "reviewer");
    const table = reviewer.page.getByTestId("review");
    await table.locator("thead input").check();
    await reviewer.page.locator("[data-action=pass]").first().click();
    const dialog = reviewer.page.getByRole("dialog");
    const taken = dialog.getByTestId("taken").locator("li");
    await expect.poll(() => taken.count()).toBeGreaterThan(1);
    await taken.filter({ hasText: "重点工作任务" }).first().waitFor();

    // Meanwhile the officer takes one of them back.
    const officer = await at(`${UNDER_WAY}/review`);
    await officer.page.getByText("全部", { exact: true }).first().click();
    const own = officer.page.getByTestId("review").locator("tr", { hasText: "重点工作任务" }).filter({ hasText: "已提交" }).first();
    await own.locator("input").check();
    await officer.page.locator("[data-action=withdraw]").first().click();
    await officer.page.getByRole("dialog").locator(".el-button--primary").click();
    await officer.page.getByRole("dialog").waitFor({ state: "hidden" });

    await dialog.locator(".el-button--primary").click();
    await dialog.getByTestId("refused").locator("li").first().waitFor();
    expect(await dialog.getByTestId("refused").locator("li").count()).toBe(1);
    await dialog.getByRole("button", { name: "关闭" }).last().click();
    await reviewer.page.getByText("没有等您处理的行").waitFor();
  });
});
