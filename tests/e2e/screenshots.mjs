// Pictures of the console, to look at and for the documents. Run by hand while
// `cargo xtask dev --release` serves the demo data:
//
//     node tests/e2e/screenshots.mjs FOLDER [ORIGIN] [CREDENTIALS]

import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";

import { chromium, expect } from "@playwright/test";

const [folder, origin = "http://localhost:8787", credentials = ".bailiwick/dev/demo-credentials.json"] =
  process.argv.slice(2);

const WIDTHS = { wide: { width: 1280, height: 800 }, tablet: { width: 768, height: 1024 }, phone: { width: 360, height: 740 } };
const THEMES = ["light", "dark"];
const LANGUAGES = { en: "en-GB", fr: "fr-BE", nl: "nl-BE" };
/** Behind sign-in; `open` leads from a list to its first record. */
const PAGES = [
  { name: "dashboard", at: "" },
  { name: "administrators", at: "/administrators", open: "administrator" },
  { name: "administrators-new", at: "/administrators/new" },
  { name: "users", at: "/users", open: "user" },
  { name: "groups", at: "/groups", open: "group" },
  { name: "sites", at: "/sites", open: "site" },
  { name: "roles", at: "/roles", open: "role" },
  { name: "accounts", at: "/accounts", open: "account" },
  { name: "organization", at: "/organization" },
  { name: "audit", at: "/audit" },
  { name: "explain", at: "/explain" },
  { name: "features", at: "/features", open: "feature" },
  { name: "features-new", at: "/features/new" },
  { name: "credentials", at: "/credentials" },
  { name: "integrations", at: "/integrations", open: "webhook" },
  { name: "privileges", at: "/privileges" },
  { name: "numbers", at: "/numbers", open: "number" },
  { name: "devices", at: "/devices", open: "device" },
  { name: "licenses", at: "/licenses", open: "license" },
  { name: "assignments-numbers", at: "/assignments/numbers" },
  { name: "assignments-licenses", at: "/assignments/licenses" },
  { name: "assignments-users", at: "/assignments/users" },
  { name: "orders", at: "/orders" },
  { name: "notes", at: "/notes" },
  { name: "reports", at: "/reports" },
  { name: "analytics", at: "/analytics" },
  { name: "notices", at: "/notices" },
  { name: "notices-new", at: "/notices/new" },
  { name: "help", at: "/help" },
  { name: "own-sessions", at: "/profile/sessions" },
  { name: "profile", at: "/profile" },
];

if (!folder) {
  throw new Error("say into which folder");
}
await mkdir(folder, { recursive: true });
const people = JSON.parse(await readFile(credentials, "utf8"));
const [owner] = people;
const delegate = people.find((one) => one.organization === owner.organization && one !== owner);
const executablePath = process.env.BAILIWICK_CHROME ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
for (const [language, locale] of Object.entries(LANGUAGES)) {
  await takeAll(language, { locale, reducedMotion: "reduce", baseURL: origin });
}
await browser.close();

/** Everything in one language: what the owner sees, and where a delegate is refused. */
async function takeAll(language, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`/o/${owner.organization}/sign-in`);
  await take(page, `${language}-sign-in`);
  await signIn(page, owner);
  for (const { name, at, open } of PAGES) {
    await page.goto(`/o/${owner.organization}${at}`);
    await take(page, `${language}-${name}`);
    if (open) {
      await page.setViewportSize(WIDTHS.wide);
      const first = page.getByRole("rowheader").getByRole("link").or(page.getByRole("treeitem")).first();
      if ((await first.count()) > 0) {
        await first.click();
        await take(page, `${language}-${open}`);
      }
    }
  }
  await context.close();
  await takeRefusal(language, options);
}

async function takeRefusal(language, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await page.goto(`/o/${delegate.organization}/sign-in`);
  await signIn(page, delegate);
  await take(page, `${language}-delegate`);
  await page.goto(`/o/${delegate.organization}/roles/new`);
  await take(page, `${language}-forbidden`);
  await context.close();
}

async function signIn(page, { username, password }) {
  await page.locator("[autocomplete=username]").fill(username);
  await page.locator("[autocomplete=current-password]").fill(password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("sign-in"));
}

/** One page in every width and theme. */
async function take(page, name) {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await expect(page.getByText(/^(Loading|Chargement|Laden)…$/)).toHaveCount(0, { timeout: 20_000 });
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of THEMES) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: path.join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true, animations: "disabled" });
    }
  }
}
