import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBrowser, Person } from "./browser";
import { DemoServer } from "./server";

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

async function tryPassword(person: Person, password: string): Promise<string> {
  await person.page.fill("input[name=login]", person.account.login);
  await person.page.fill("input[name=password]", password);
  const answered = person.page.waitForResponse("**/api/sign-in");
  await person.page.keyboard.press("Enter");
  await answered;
  return (await person.page.locator(".problems p").first().getAttribute("data-code")) ?? "";
}

describe("signing in", () => {
  it("is locked after five wrong passwords, and says so", async () => {
    const auditor = await Person.with(browser, server, "auditor");
    await auditor.go("/sign-in");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await tryPassword(auditor, `Wrong-Password-${attempt}`)).toBe("sign-in-wrong");
    }
    expect(await tryPassword(auditor, auditor.account.password)).toBe("sign-in-locked");
    expect(auditor.faults).toEqual([]);
    await auditor.leave();
  });

  it("asks for what is missing at its field", async () => {
    const head = await Person.with(browser, server, "head");
    await head.go("/sign-in");
    await head.page.getByRole("button", { name: "登录" }).click();
    await head.page.getByText("请填写账号。").waitFor();
    await head.page.getByText("请填写口令。").waitFor();
    await head.leave();
  });

  it("leads to the page that was asked for", async () => {
    const head = await Person.with(browser, server, "head");
    await head.go("/profile");
    await head.page.waitForURL("**/sign-in?to=**");
    await head.page.click(`[data-login="${head.account.login}"]`);
    await head.page.waitForURL("**/profile");
    await head.leave();
  });
});
