import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Person } from "./browser";
import { DemoServer } from "./server";

// Every page opens for those it is for, in both sizes; the pictures are in target/screenshots, to be looked at.
const PICTURES = join(dirname(fileURLToPath(import.meta.url)), "..", "target", "screenshots");
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

const OF_THE_YEAR = [
  "plan",
  "registers/basics",
  "goal/indicators",
  "goal/links",
  "goal/changes",
  "budget",
  "budget/execution",
  "registers/compliance/contracts",
  "registers/assessment/deductions",
  "registers/rectification",
  "feeds",
  "evaluation",
  "projects",
  "review",
  "report",
  "exchange",
  "feeds",
];
const OF_ADMINISTRATORS: Readonly<Record<string, readonly string[]>> = {
  "system-administrator": ["/administration/organization", "/administration/accounts", "/administration/appointments"],
  "security-administrator": ["/administration/appointments", "/administration/permissions"],
  "audit-administrator": ["/trail"],
};

const server = new DemoServer();
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

/** The officer looks at every page of a year in both sizes, the others in the smaller. */
async function look(person: Person, path: string, name: string, sizes = SIZES): Promise<void> {
  await person.go(path);
  await person.page.locator("main h1").first().waitFor();
  await person.page.waitForLoadState("networkidle");
  for (const size of sizes) {
    await person.page.setViewportSize(size);
    // Nothing stands beyond the right edge of the window, once the page has settled in its new size.
    const beyond = (): Promise<number> => person.page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await expect.poll(beyond, { message: `${name} at ${size.width}`, timeout: 5_000 }).toBeLessThanOrEqual(0);
    await person.page.screenshot({ path: join(PICTURES, `${name}-${size.width}.png`), animations: "disabled" });
  }
  expect(await person.page.locator(".problems [data-code=unexpected], .problems [data-code=request-not-found]").count(), name).toBe(0);
}

describe("every page opens without a fault", () => {
  for (const role of ["performance-officer", "preparer", "reviewer", "head", "bureau"]) {
    it(`for ${role}`, async () => {
      const person = await (await Person.with(browser, server, role)).signIn();
      const sizes = role === "performance-officer" ? SIZES : SIZES.slice(0, 1);
      await look(person, "/desk", `${role}-desk`);
      await look(person, "/d/1/audits", `${role}-audits`, sizes);
      for (const path of OF_THE_YEAR) {
        await look(person, `/d/1/2025/${path}`, `${role}-${path.replaceAll("/", "-")}`, sizes);
      }
      await look(person, "/d/1/audits", `${role}-audits`);
      expect(person.faults).toEqual([]);
      await person.leave();
    }, 300_000);
  }

  it("in English", async () => {
    const person = await Person.with(browser, server, "performance-officer");
    await person.context.addInitScript(() => localStorage.setItem("jizhun.language", "en"));
    await person.signIn();
    for (const path of [...OF_THE_YEAR.map((each) => `/d/1/2025/${each}`), "/d/1/audits"]) {
      await look(person, path, `english-${path.slice(1).replaceAll("/", "-")}`);
    }
    expect(await person.page.locator("html").getAttribute("lang")).toBe("en");
    expect(person.faults).toEqual([]);
    await person.leave();
  }, 300_000);

  it("in words: elements of a checklist by their names, choices in the language of the page, no blank page for a wrong address", async () => {
    const person = await (await Person.with(browser, server, "auditor")).signIn();
    await person.go("/d/1/2025/registers/assessment/checks");
    await person.page.locator(".cell[data-column='1']", { hasText: "制定绩效目标管理规定" }).first().waitFor();
    const element = (await person.text(0, 1)) + (await person.text(6, 1));
    expect(element).toMatch(/^[^a-z]+$/);
    await person.go("/d/1/2025/goal/nothing");
    await person.page.getByText("没有这个页面").waitFor();
    await person.page.getByRole("button", { name: "English" }).click();
    await person.go("/d/1/2025/goal/indicators");
    await expect.poll(() => person.text(0, 3)).toBe("output");
    expect(person.faults).toEqual([]);
    await person.leave();
  });

  for (const [role, paths] of Object.entries(OF_ADMINISTRATORS)) {
    it(`for ${role}`, async () => {
      const person = await (await Person.with(browser, server, role)).signIn();
      await look(person, "/desk", `${role}-desk`);
      for (const path of paths) {
        await look(person, path, `${role}${path.replaceAll("/", "-")}`);
      }
      await look(person, "/profile", `${role}-profile`);
      expect(person.faults).toEqual([]);
      await person.leave();
    });
  }
});
