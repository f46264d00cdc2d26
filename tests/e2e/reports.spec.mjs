// Reports and analytics: figures as charts, tables and files; each sees those of his own places.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "./support/axe.mjs";
import { expect, heading, loaded, sentence, signInTo, test } from "./support/test.mjs";

const nav = (page) => page.getByRole("navigation", { name: "Main navigation" });

/** The file that pressing *Export* saves, as lines. */
async function exported(page) {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const file = await download;
  const text = await readFile(await file.path(), "utf8");
  return { name: file.suggestedFilename(), lines: text.replace(/^\ufeff/, "").trimEnd().split("\r\n") };
}

test("a report is a chart, a table and a file that says the same", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  await organization.addSite("=HYPERLINK(\"https://example.org\")");
  await organization.addUser("Uma Field", { site: north });
  const bob = await organization.addUser("Bob Quay", { site: north });
  await organization.call("POST", `/users/${bob.id}/disable`);

  await signInTo(page, organization, organization.owner);
  await nav(page).getByRole("link", { name: "Reports" }).click();
  await expect(heading(page)).toHaveText("Reports");
  const table = page.getByRole("table", { name: "Users by site" });
  await expect(table.getByRole("row", { name: /^North/ })).toHaveText(/North\s*2\s*1\s*1\s*2\s*2\s*2/);
  await expect(page.getByRole("list", { name: "Users by site" }).getByRole("listitem").first()).toHaveText(/North\s*2/);
  await expectAccessible(page, "the report of users");

  const users = await exported(page);
  expect(users.name).toMatch(/-users-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  expect(users.lines[0]).toBe("Site,Users,Active,Disabled,Temporary password,Never here,New in these days");
  expect(users.lines).toContain("North,2,1,1,2,2,2");
  const dangerous = users.lines.find((line) => line.includes("HYPERLINK"));
  expect(dangerous, "a name is no formula").toMatch(/^"'=HYPERLINK/);

  await page.getByLabel("Report", { exact: true }).selectOption({ label: "Signing in" });
  await expect(page).toHaveURL(/report=sign-ins/);
  const days = page.getByRole("table", { name: "Signing in" }).locator("tbody tr");
  await expect(days).toHaveCount(30);
  await expect(page.getByRole("img", { name: sentence("Signing in. People: 0 at first") })).toBeVisible();
  await page.getByLabel("Days", { exact: true }).selectOption({ label: "The last 7 days" });
  await expect(days).toHaveCount(7);
  await page.reload();
  await expect(days).toHaveCount(7);
  await expectAccessible(page, "the report of sign-ins");
  const signIns = await exported(page);
  expect(signIns.lines).toHaveLength(8);
  expect(signIns.lines.at(-1)).toMatch(/^\d{4}-\d\d-\d\d,1,\d+,0$/);
});

test("days of one's own are kept in the address; too many are refused with the reason", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/reports?report=changes");
  await loaded(page);
  await page.getByLabel("Days", { exact: true }).selectOption({ label: "Days of your own" });
  await expect(page.getByLabel("From", { exact: true })).not.toHaveValue("");
  await page.getByLabel("From", { exact: true }).fill("2020-01-01");
  await expect(page.getByText("At most 366 days. Choose a later beginning.")).toBeVisible();
  await page.getByLabel("Until", { exact: true }).fill("2020-01-03");
  await expect(page.getByRole("table", { name: "Changes" }).locator("tbody tr")).toHaveCount(3);
});

test("a delegate sees the figures of his places alone", async ({ page, organization }) => {
  const [north, south] = [await organization.addSite("North"), await organization.addSite("South")];
  await organization.addUser("Uma Field", { site: north });
  await organization.addUser("Sam South", { site: south });
  const roles = ["users", "reports", "analytics"];
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles, sites: [north] }));
  const plain = await organization.settle(await organization.appoint("Ben Moor", { roles: ["users"], sites: [north] }));

  await signInTo(page, organization, ada, "/reports");
  const table = page.getByRole("table", { name: "Users by site" });
  await expect(table.locator("tbody tr")).toHaveCount(1);
  await expect(table).not.toContainText("South");
  const api = ada.api;
  const elsewhere = await api.call("GET", `/orgs/${organization.slug}/reports/users?site=${south}`);
  expect(elsewhere.lines).toEqual([]);
  const refused = await plain.api.call("GET", `/orgs/${organization.slug}/reports/users`).catch((error) => error);
  expect(String(refused)).toContain("forbidden");
});

test("trends are charts with a table behind each", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  await organization.addUser("Uma Field", { site: north });
  const ada = await organization.appoint("Ada Moor", { roles: ["users"], sites: [north] });
  await organization.give({ user: ada.id }, "sites", { validity: { until: Date.now() + 9 * 86_400_000 } });
  await signInTo(page, organization, organization.owner);
  await nav(page).getByRole("link", { name: "Analytics" }).click();
  await expect(heading(page)).toHaveText("Analytics");
  await loaded(page);
  await expect(page.getByRole("img", { name: sentence("Users. Users: 0 at first, 3 at last, 3 at most") })).toBeVisible();
  const administrators = page.getByRole("list", { name: "Administrators" }).getByRole("listitem");
  await expect(administrators).toHaveCount(5);
  await expect(administrators.first()).toHaveText(/Owners\s*1/);
  await expect(page.getByRole("list", { name: "Grants that end" }).getByRole("listitem").nth(1)).toHaveText(/1$/);

  const asTable = page.getByText("Show as table Users");
  await asTable.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("table", { name: "Users" }).locator("tbody tr").last()).toHaveText(/3$/);
  await expectAccessible(page, "analytics");
});

test("the dashboard shows how the last days went and what happened last", async ({ page, organization }) => {
  await organization.addSite("North");
  await signInTo(page, organization, organization.owner);
  await expect(page.getByRole("img", { name: /^Signing in\./ })).toBeVisible();
  const recent = page.getByRole("list", { name: "What happened last" }).getByRole("listitem");
  await expect(recent).toHaveCount(5);
  await expect(recent.nth(1)).toContainText("North");
  await page.getByRole("link", { name: "Show everything" }).click();
  await expect(heading(page)).toHaveText("Audit trail");
});
