// Builds the pages for Maven: installs what package-lock.json names when it changed, checks the types, runs the tests, and
// writes target/classes/static when a source changed. Nothing is done, and no network needed, when nothing changed.
// Usage: node build.mjs [--without-tests]
import { createHash } from "node:crypto";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const home = dirname(fileURLToPath(import.meta.url));
const tests = !process.argv.includes("--without-tests");
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`需要 Node.js 20.19 或更高版本，现在是 ${process.versions.node}。 Node.js 20.19 or newer is needed; this is ${process.versions.node}.`);
  process.exit(1);
}

function filesUnder(path) {
  return readdirSync(join(home, path), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : join(path, entry.name)))
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of files) {
    hash.update(file).update("\0").update(readFileSync(join(home, file))).update("\0");
  }
  return hash.digest("hex");
}

const isStamped = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, "utf8") === hash;

function run(words) {
  console.log(`web: ${words.join(" ")}`);
  const result = spawnSync(words[0], words.slice(1), {
    cwd: home,
    stdio: "inherit",
    shell: process.platform === "win32",
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1", CI: "1" },
  });
  if (result.status !== 0) {
    process.exit(result.status ?? 1);
  }
}

const bin = (name) => join("node_modules", ".bin", name);
const installed = join(home, "node_modules", ".installed");
const lock = hashOf(["package.json", "package-lock.json"]);
if (!isStamped(installed, lock)) {
  run(["npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"]);
  writeFileSync(installed, lock);
}

const target = join(home, "target");
mkdirSync(target, { recursive: true });
const pages = [
  ...["package-lock.json", "package.json", "index.html", "vite.config.ts", "tsconfig.json"],
  ...["src", "public"].flatMap(filesUnder),
];
const sources = hashOf(pages);
const checked = hashOf([...pages, "tsconfig.tools.json", ...filesUnder("e2e")]);
if (tests && !isStamped(join(target, "tested"), checked)) {
  run([bin("vue-tsc"), "--noEmit"]);
  run([bin("vue-tsc"), "--noEmit", "-p", "tsconfig.tools.json"]);
  run([bin("vitest"), "run"]);
  writeFileSync(join(target, "tested"), checked);
}
if (!isStamped(join(target, "built"), sources) || !existsSync(join(target, "classes", "static", "index.html"))) {
  run([bin("vite"), "build", "--logLevel=warn"]);
  writeFileSync(join(target, "built"), sources);
}
