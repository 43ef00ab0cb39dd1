import { createHmac } from "node:crypto";
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

async function enter(person: Person, password: string): Promise<void> {
  await person.page.fill("input[name=login]", person.account.login);
  await person.page.fill("input[name=password]", password);
  const answered = person.page.waitForResponse("**/api/sign-in");
  await person.page.keyboard.press("Enter");
  await answered;
}

/** The code of the refusal that is shown. */
async function refusal(person: Person, password: string): Promise<string> {
  await enter(person, password);
  return (await person.page.locator(".problems p").first().getAttribute("data-code")) ?? "";
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP = 30_000;

/** The six digits of RFC 6238 for a key in base 32, so many steps of thirty seconds from now. */
function oneTimeCode(key: string, ahead = 0): string {
  const bits = [...key.replaceAll(" ", "")].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((each) => parseInt(each, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP) + ahead));
  const hash = createHmac("sha1", bytes).update(counter).digest();
  const at = hash.readUInt8(hash.length - 1) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

describe("signing in", () => {
  it("is locked after five wrong passwords, and says so", async () => {
    const auditor = await Person.with(browser, server, "auditor");
    await auditor.go("/sign-in");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await refusal(auditor, `Wrong-Password-${attempt}`)).toBe("sign-in-wrong");
    }
    expect(await refusal(auditor, auditor.account.password)).toBe("sign-in-locked");
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

  it("needs a one-time code once the second factor is set up from the code on the screen", async () => {
    const reviewer = await (await Person.with(browser, server, "reviewer")).signIn();
    const page = reviewer.page;
    await reviewer.go("/profile");
    await page.fill("input[name=proof]", reviewer.account.password);
    await page.getByRole("button", { name: "开始设置" }).click();
    await page.getByRole("img", { name: /二维码/ }).waitFor();
    const key = (await page.getByTestId("secret").textContent()) ?? "";
    await page.fill("input[name=second-code]", oneTimeCode(key));
    await page.getByRole("button", { name: "启用" }).click();
    await page.getByText("已启用：").waitFor();

    await reviewer.context.clearCookies();
    await reviewer.go("/sign-in");
    await enter(reviewer, reviewer.account.password);
    await page.fill("input[name=code]", oneTimeCode(key, 1)); // the one used just now is not taken twice
    await page.keyboard.press("Enter");
    await page.waitForURL("**/desk");
    expect(reviewer.faults).toEqual([]);
    await reviewer.leave();
  });

  it("waits after twenty tries from one computer within a minute, and says how long", async () => {
    const stranger = await Person.with(browser, server, "bureau");
    await stranger.go("/sign-in");
    const told = stranger.page.locator("[data-code=sign-in-too-often]");
    // A minute that other tests began may end in between; then twenty more are free.
    for (let attempt = 0; attempt < 45 && !(await told.isVisible()); attempt += 1) {
      await stranger.page.fill("input[name=login]", `nobody${attempt}`);
      await stranger.page.fill("input[name=password]", "Wrong-Password-1");
      const answered = stranger.page.waitForResponse("**/api/sign-in");
      await stranger.page.keyboard.press("Enter");
      await answered;
    }
    await told.waitFor();
    expect(await told.textContent()).toMatch(/登录过于频繁，\d+ 秒后可以再试/);
    expect(stranger.faults).toEqual([]);
    await stranger.leave();
  });
});
