// Tests in a real browser, against the real console and edge. `cargo xtask test e2e` builds and
// starts both, and says in the environment where they are and with which browser to go there.

import { defineConfig } from "@playwright/test";

const CHROME_ARGUMENTS = [
  "--no-sandbox",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  // Without a GPU, Chromium imitates one; painting in software is quicker.
  "--disable-gpu",
];

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.mjs",
  outputDir: "../target/playwright",
  reporter: "list",
  // Every test has an organization of its own, so that nothing is in the way of anything.
  fullyParallel: true,
  workers: 2,
  // A test that passes only sometimes is a finding, here or in the product.
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BAILIWICK_ORIGIN,
    locale: "en-GB",
    timezoneId: "Europe/Brussels",
    viewport: { width: 1280, height: 800 },
    // The server compresses every file anew for each visit: a twentieth of what all tests take.
    extraHTTPHeaders: { "accept-encoding": "identity" },
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.BAILIWICK_CHROME ?? "/usr/bin/chromium",
      args: CHROME_ARGUMENTS,
    },
    // A trace of every test costs more than most tests. TRACE=1 records those that fail.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
  },
});
