import vue from "@vitejs/plugin-vue";
import { configDefaults, defineConfig } from "vitest/config";

// While pages are being written, `npm run dev` asks the server that ./jizhun serve started.
const server = process.env["JIZHUN_SERVER"] ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [vue()],
  build: {
    outDir: "target/classes/static",
    emptyOutDir: true,
    target: "es2022",
    chunkSizeWarningLimit: 1100,
    // The policy of the server forbids scripts in the page; a data: address is one for the loader's check.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  server: { proxy: { "/api": server, "/v3": server, "/public": server } },
  test: {
    include: ["src/**/*.test.ts"],
    exclude: [...configDefaults.exclude, "target/**"],
    environment: "node",
  },
});
