import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Person } from "./browser";
import { DemoServer } from "./server";

const server = new DemoServer();
const people: Person[] = [];
let browser: Browser;
let contracts = "";

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

/** Somebody in the contracts of the newest year that is open. */
async function atContracts(role: string): Promise<Person> {
  const person = await Person.with(browser, server, role);
  people.push(person);
  await person.signIn();
  const desk = (await (await person.context.request.get(`${server.address}/api/desk`)).json()) as {
    years: { department: number; year: number; state: string }[];
  };
  const year = desk.years.find((each) => each.state === "open");
  contracts = `/d/${year?.department ?? 0}/${year?.year ?? 0}/registers/compliance/contracts`;
  await person.go(contracts);
  await person.page.locator("[role=grid]").waitFor();
  await person.page.waitForLoadState("networkidle"); // the rows are there
  return person;
}

const rows = (person: Person): Promise<string | null> => person.page.locator(".bar .hint").first().textContent();

describe("the register as a spreadsheet", () => {
  it("saves what is typed, takes it back and does it again", async () => {
    const officer = await atContracts("performance-officer");
    await officer.page.getByText("新增一行").click();
    await officer.page.keyboard.type("HT-E2E-1");
    await officer.page.keyboard.press("Tab");
    await officer.page.keyboard.type("浏览器里填的合同");
    await officer.page.keyboard.press("Enter");
    await officer.saved();
    await officer.page.keyboard.press("Control+z");
    await officer.page.keyboard.press("Control+z");
    await officer.saved();
    await officer.page.keyboard.press("Control+y");
    await officer.page.keyboard.press("Control+y");
    await officer.saved();
    await officer.page.reload();
    await officer.page.getByText("浏览器里填的合同").waitFor();
  });

  it("takes 200 pasted rows and marks the 3 bad ones at their cells", async () => {
    const officer = await atContracts("performance-officer");
    // Columns of the register: code, name, supplier, project, procurement, amount. Rows 20, 90 and 160 have no figure.
    const block = Array.from({ length: 200 }, (_, row) =>
      [`HT-P-${row}`, `粘贴的合同 ${row}`, "供应商", "", "", row % 70 === 20 ? "十二万" : "12.50"].join("\t"),
    ).join("\r\n");
    await officer.page.getByText("新增一行").click();
    await officer.paste(block);
    await officer.saved();
    await officer.page.getByText("只看有问题的").click();
    await officer.page.getByText("十二万").first().waitFor();
    expect(await officer.page.locator(".cell.wrong", { hasText: "十二万" }).count()).toBe(3);
    await officer.page.locator(".cell.wrong", { hasText: "十二万" }).first().click();
    await officer.page.locator(".told.error").first().waitFor();
    expect(await rows(officer)).toContain("/");
  });

  it.runIf(server.isOwn)("keeps what is typed while the server is away, over a reload, and saves it afterwards", async () => {
    const officer = await atContracts("performance-officer");
    await server.stop("SIGKILL");
    await officer.type(0, 2, "服务器停了时填的供应商");
    await officer.status("已存在本机");
    await server.start();
    await officer.page.locator("[data-testid=save-status]", { hasText: "已保存" }).or(officer.page.locator(".el-dialog input[name=password]")).first().waitFor({ timeout: 60_000 });
    if (await officer.page.locator(".el-dialog input[name=password]").isVisible()) {
      await officer.page.fill(".el-dialog input[name=password]", officer.account.password);
      await officer.page.keyboard.press("Enter");
    }
    await officer.saved();
    await officer.page.reload();
    await officer.page.getByText("服务器停了时填的供应商").waitFor();
  });

  it("tells the second of two who change one row, and loses neither", async () => {
    const first = await atContracts("performance-officer");
    const second = await atContracts("performance-officer");
    await first.type(0, 1, "第一个人改的");
    await first.saved();
    await second.type(0, 2, "第二个人改的");
    await second.page.getByText("逐行决定").click();
    // The second left the name as it was, so the first one's is proposed.
    await second.page.getByText("保存所选").click();
    await second.saved();
    expect([await second.text(0, 1), await second.text(0, 2)]).toEqual(["第一个人改的", "第二个人改的"]);
  });

  it("asks to sign in over the page when the session has ended, and goes on", async () => {
    const officer = await atContracts("performance-officer");
    await officer.page.waitForLoadState("networkidle");
    await officer.cell(1, 2).click();
    await officer.page.keyboard.type("超时");
    await officer.context.clearCookies();
    await officer.page.keyboard.type("以后填的供应商");
    await officer.page.keyboard.press("Enter");
    await officer.page.fill(".el-dialog input[name=password]", officer.account.password);
    await officer.page.keyboard.press("Enter");
    await officer.saved();
    expect(await officer.text(1, 2)).toBe("超时以后填的供应商");
  });

  it("holds 5,000 rows, of which only those in sight are drawn, and reaches the last by its keys", async () => {
    const officer = await atContracts("performance-officer");
    const page = officer.page;
    const assets = contracts.replace("contracts", "assets");
    const api = `/api${assets.replace("/d/", "/departments/").replace(/(\d+)\/(\d{4})\/registers\/compliance/, "$1/years/$2/registers")}/rows`;
    const saved = await page.evaluate(async (path) => {
      const token = document.cookie.split("; ").find((each) => each.startsWith("XSRF-TOKEN="))?.slice("XSRF-TOKEN=".length) ?? "";
      const rows = Array.from({ length: 5000 }, (_, at) => ({ key: String(at), cells: { code: `ZC-${at + 1}`, name: `设备 ${at + 1}`, originalValue: "1000", status: "在用" } }));
      return (await fetch(path, { method: "POST", headers: { "Content-Type": "application/json", "X-XSRF-TOKEN": token }, body: JSON.stringify({ rows }) })).status;
    }, api);
    expect(saved).toBe(200);
    const kept = (await (await officer.context.request.get(server.address + api.replace(/\/rows$/, ""))).json()) as { rows: unknown[] };
    const last = kept.rows.length - 1;
    expect(last).toBeGreaterThanOrEqual(4999);
    await officer.go(assets);
    await officer.cell(0, 0).waitFor({ timeout: 60_000 });
    await officer.cell(0, 0).click();
    await page.keyboard.press("Control+ArrowDown");
    await officer.cell(last, 0).waitFor();
    expect(await officer.text(last, 0)).toBe("ZC-5000");
    expect(await page.locator(".cell").count()).toBeLessThan(1500);
    await officer.type(last, 1, "最后一行");
    await officer.saved();
    expect(Number(await page.getByRole("grid").getAttribute("aria-rowcount"))).toBeGreaterThan(last);
  }, 180_000);
});
