import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Person } from "./browser";
import { DemoServer } from "./server";

// Values of an indicator from two sources that count differently, and a report of somebody else audited and decided about.
const PICTURES = join(dirname(fileURLToPath(import.meta.url)), "..", "target", "screenshots");
const YEAR = "/d/1/2025";
const MONTHLY = "当月到馆人次";
const REPORT = [
  "2024年项目支出绩效自评报告",
  "全年预算500.00万元，支出450.00万元，预算执行率95.00%。",
  "其中：设备购置200.00万元、安装调试150.00万元、人员培训100.00万元。",
].join("\n");

const server = new DemoServer();
const people: Person[] = [];
let browser: Browser;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
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

async function officer(path: string): Promise<Person> {
  const person = await Person.with(browser, server, "performance-officer");
  people.push(person);
  await person.signIn();
  await person.go(path);
  await person.page.locator("main h1").first().waitFor();
  await person.page.waitForLoadState("networkidle");
  return person;
}

/** A dialog by its button, which a page still growing above it may move away under the pointer. */
async function opened(person: Person, button: string, field: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    await person.page.getByTestId(button).click();
    try {
      await person.page.getByTestId(field).waitFor({ timeout: 5_000 });
      return;
    } catch (late) {
      if (tries === 3) {
        throw late;
      }
    }
  }
}

/** Chooses the first of a list, or types what is not in it. */
async function choose(person: Person, field: string, text?: string): Promise<void> {
  const select: Locator = person.page.getByTestId(field);
  await select.click();
  if (text !== undefined) {
    await person.page.keyboard.type(text);
  } else {
    await person.page.keyboard.press("ArrowDown");
  }
  await person.page.keyboard.press("Enter");
}

async function addSource(person: Person, name: string, definition: string): Promise<void> {
  await person.page.getByTestId("add-source").click();
  await person.page.locator("[name=name]").fill(name);
  await choose(person, "source-indicator");
  await person.page.locator("[role=dialog] [name=definition]").fill(definition);
  await person.page.locator("[role=dialog] [name=unit]").fill("人次");
  await person.page.getByTestId("save-source").click();
  await person.page.locator("table.plain td", { hasText: name }).first().waitFor();
}

async function give(person: Person, source: string, period: string, value: string): Promise<void> {
  await person.page.locator("tr", { hasText: source }).getByRole("button", { name: "数据" }).click();
  const values = person.page.getByTestId("values");
  await values.locator("h2", { hasText: source }).waitFor();
  await values.locator("[name=period]").fill(period);
  await values.locator("[name=value]").fill(value);
  await values.getByRole("button", { name: "录入一个数" }).click();
}

describe("feeds", () => {
  it("come from sources, are not added while they count differently, and are once a conversion is stated", async () => {
    const person = await officer(`${YEAR}/feeds`);
    const page = person.page;
    await addSource(person, "甲馆", MONTHLY);
    await addSource(person, "乙馆", "当月到馆团队数");

    await give(person, "甲馆", "三月", "1200");
    await page.getByTestId("values").getByRole("alert").waitFor(); // a month is 2025-03
    await give(person, "甲馆", "2025-03", "1200");
    await page.getByTestId("values").locator("td", { hasText: "2025-03" }).waitFor();

    await page.getByTestId("values-file").click();
    const dialog = page.getByRole("dialog");
    const rows = "期间,数值\n2025-03,1250\n2025-04,九百\n2025-05,1400\n";
    await dialog.locator("input[type=file]").setInputFiles({ name: "到馆.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
    await dialog.getByText("新增 1 项，修改 1 项，不变 0 项，有误 1 行（不会写入）。").waitFor();
    await dialog.locator("tr", { hasText: "第 2 行" }).getByText("（原为 1200）").waitFor();
    await dialog.locator("tr", { hasText: "第 3 行" }).getByText("数值", { exact: true }).waitFor();
    await page.screenshot({ path: join(PICTURES, "feeds-file.png") });
    await dialog.getByTestId("take-rows").click();
    await page.getByTestId("values").locator("td", { hasText: "2025-05" }).waitFor();
    await page.getByTestId("values-file").click();
    await dialog.getByTestId("taken-files").getByRole("button", { name: "撤销这次导入" }).click();
    await page.locator(".el-message-box").getByRole("button", { name: "确定" }).click();
    await dialog.getByTestId("taken-files").getByText("已撤销").waitFor();
    await dialog.locator("footer").getByRole("button", { name: "取消" }).click();
    await page.getByTestId("values").locator("td", { hasText: "2025-05" }).waitFor({ state: "detached" });
    expect(await page.getByTestId("values").locator("tbody tr").count()).toBe(1);

    const sum = page.locator("[data-sum]").first();
    await give(person, "乙馆", "2025-03", "30");
    await sum.getByText("暂不能合计").waitFor();

    const counted = await sum.locator(".bar .hint").textContent();
    for (const from of [MONTHLY, "当月到馆团队数"]) {
      if (from !== counted) {
        await opened(person, "state-conversion", "conversion-from");
        await choose(person, "conversion-from", from);
        await page.locator("[name=fromUnit]").fill("人次");
        await choose(person, "conversion-to", counted ?? "");
        await page.locator("[name=toUnit]").fill(await unitOfSum());
        await page.locator("[name=factor]").fill("两倍");
        await page.locator("[name=reason]").fill("按上年核实的比例折算");
        await page.getByTestId("save-conversion").click();
        await page.locator(".el-form-item__error").first().waitFor(); // a factor is a number
        await page.locator("[name=factor]").fill("2");
        await page.getByTestId("save-conversion").click();
        await page.locator("section > ul > li", { hasText: from }).waitFor();
      }
    }
    await sum.locator("strong.figure").waitFor();
    expect(await sum.locator("strong.figure").textContent()).toContain("合计");
    await page.screenshot({ path: join(PICTURES, "feeds-with-values.png"), fullPage: true });

    /** The unit that the problem told names after what should be counted. */
    async function unitOfSum(): Promise<string> {
      const told = (await sum.getByRole("alert").first().textContent()) ?? "";
      return /（([^（）]*)）[^（）]*$/.exec(told)?.[1] ?? "";
    }
  }, 120_000);
});

describe("audits", () => {
  it("of a report found wrong are decided about, with a reason where a finding is rejected", async () => {
    const person = await officer("/d/1/audits");
    const page = person.page;
    await page.setInputFiles("input[type=file]", { name: "自评报告.txt", mimeType: "text/plain", buffer: Buffer.from(REPORT) });
    await page.getByRole("button", { name: "自评报告.txt" }).click({ timeout: 30_000 });
    const finding = page.locator("li.error", { hasText: "95.00%" });
    await finding.waitFor();
    expect(await finding.textContent()).toContain("90.00%");

    await finding.locator("[data-decision=rejected]").click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: /确定|OK/ }).click();
    await dialog.getByText("认为不是问题时要写明理由").waitFor();
    await dialog.locator("textarea").fill("执行率按调整后的预算计算");
    await dialog.getByRole("button", { name: /确定|OK/ }).click();
    await finding.getByText("执行率按调整后的预算计算").waitFor();

    await finding.getByRole("button", { name: "重新处理" }).click();
    await finding.locator("[data-decision=accepted]").click();
    await dialog.getByRole("button", { name: /确定|OK/ }).click();
    await finding.locator(".disposition.accepted").waitFor();
    await page.screenshot({ path: join(PICTURES, "audit-decided.png"), fullPage: true });
    await page.getByRole("button", { name: "全部文件" }).click();
    const row = page.locator("tr", { hasText: "自评报告.txt" });
    await row.waitFor();
    await expect.poll(() => row.locator("td.figure").last().textContent()).toBe("1");
  }, 120_000);
});
