// Directories: one is made, its connector speaks, a run waits for somebody to agree, and what failed is
// read and downloaded.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "./support/axe.mjs";
import { Connector } from "./support/directory.mjs";
import { expect, field, heading, loaded, sentence, signInTo, test } from "./support/test.mjs";

const dialog = (page) => page.getByRole("dialog");
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();
const table = (page, name) => page.getByRole("table", { name, exact: true });

test("a directory is made with its token, which is copied and shown once", async ({ page, organization, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInTo(page, organization, organization.owner, "/directories");
  await expect(heading(page)).toHaveText("Directories");
  await expect(page.getByText("No directory yet")).toBeVisible();
  await expectAccessible(page, "no directory");
  await page.getByRole("button", { name: "New directory" }).first().click();
  await field(dialog(page), "How new users get in").selectOption("By the default password, which must be changed");
  await expect(dialog(page)).toContainText("The password policy allows no default password");
  await expectAccessible(page, "a new directory");
  await field(dialog(page), "How new users get in").selectOption("By a mailed link, with which they choose a password");
  await press(dialog(page), "Generate and copy");
  await expect(field(dialog(page), "Name")).toHaveAccessibleDescription(/Fill this in/);
  await field(dialog(page), "Name").fill("Head office");
  await press(dialog(page), "Generate and copy");
  const token = await dialog(page).getByRole("status", { name: "Token" }).textContent();
  expect(token).toMatch(/^bwk_/);
  await expect(page.getByText("Copied", { exact: false })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
  await press(dialog(page), "I have kept it");

  await page.getByRole("link", { name: "Head office" }).click();
  await expect(heading(page)).toHaveText("Head office");
  await expect(page.getByText("No connector has spoken for this directory yet.", { exact: false })).toBeVisible();
  await expect(page.getByText("No runs yet")).toBeVisible();
  await loaded(page);
  await expectAccessible(page, "a directory without a connector");

  const user = await new Connector(organization, token).add("Uma Field");
  expect(user.active).toBe(true);
  const mail = await organization.mailTo({ login: "ufield" }, /Your account at/);
  expect(mail.text).toContain("/recovery#");
  await field(page, "Name").fill("Harbour office");
  await press(page, "Save");
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await expect(heading(page)).toHaveText("Harbour office");
  await press(page, "Revoke");
  await press(dialog(page), "Revoke");
  await expect(heading(page)).toHaveText("Directories");
  await expect(page.getByText("No directory yet")).toBeVisible();
});

test("a run that would disable many waits, says why and whom, and goes on once somebody agrees", async ({ page, organization }) => {
  const team = await organization.addGroup("Support");
  const connector = await Connector.create(organization);
  await connector.add("Uma Field", { team });
  await connector.add("Victor Hill", { team });
  const mappings = [{ source: "CN=Support,OU=Teams,DC=harbour,DC=example", group: team }];
  const counts = { read: 1, disabled: 1 };
  const run = await connector.begin(counts, { mappings });
  expect(run.state).toBe("waiting");
  await connector.report(run, [["Uma Field", "disable", null]]);

  await signInTo(page, organization, organization.owner, "");
  await page.getByRole("link", { name: sentence("1 directory waits for an answer") }).click();
  await expect(heading(page)).toHaveText("Directories");
  await expect(page.getByRole("row").filter({ hasText: "Head office" })).toContainText("Waits for an answer");
  await loaded(page);
  await expectAccessible(page, "the list of directories");
  await page.getByRole("link", { name: "Head office" }).click();
  await expect(table(page, "Mappings").getByRole("link", { name: "Support" })).toBeVisible();
  await expect(table(page, "Active Directory logging")).toContainText("Waits for an answer");
  await loaded(page);
  await expectAccessible(page, "a directory");
  await table(page, "Active Directory logging").getByRole("link").click();
  await expect(heading(page)).toHaveText(/^Run of/);
  await expect(page.getByText(sentence("This run waits: it would disable 1 user, more than a tenth of the 2 active ones."))).toBeVisible();
  await expect(table(page, "Steps")).toContainText("Planned");
  await loaded(page);
  await expectAccessible(page, "a run that waits");
  await press(page, "Confirm");
  await expect(dialog(page)).toContainText("is disabled when the connector next comes");
  await expectAccessible(page, "agreeing to a run");
  await press(dialog(page), "Confirm");
  await expect(page.getByText("as long as it plans exactly this", { exact: false })).toBeVisible();
  expect((await connector.begin(counts, { mappings })).state).toBe("running");

  const other = await connector.begin({ read: 0, disabled: 2 }, { mappings });
  await page.goto(organization.path(`/directories/${connector.id}/runs/${other.id}`));
  await expect(page.getByText(sentence("This run waits: the directory gave nobody"))).toBeVisible();
  await press(page, "Decline");
  await expect(page.getByText("Nothing of it happens.", { exact: false })).toBeVisible();
  expect((await connector.begin({ read: 0, disabled: 2 }, { mappings })).state).toBe("declined");

  const hidden = { count: 7, named: ["cn=gone,dc=harbour,dc=example", "cn=lost,dc=harbour,dc=example"] };
  const unread = await connector.begin({ read: 1, disabled: 1 }, { mappings, hidden, unread: true });
  await page.goto(organization.path(`/directories/${connector.id}/runs/${unread.id}`));
  await expect(page.getByText(sentence("7 entries of the directory could not be read either"))).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "cn=gone" })).toBeVisible();
  await expect(page.getByText(sentence("and 5 more"))).toBeVisible();
  await loaded(page);
  await expectAccessible(page, "a run about whoever was not read");
});

test("what failed is listed alone, and the whole log is downloaded", async ({ page, organization }) => {
  const connector = await Connector.create(organization);
  await connector.fail("cannot reach ldaps://dc1.harbour.example: connection refused");
  const run = await connector.begin({ read: 13, added: 13 });
  const people = Array.from({ length: 12 }, (_, at) => [`User Number${at}`, "add", ""]);
  const failed = ["=cmd Nobody", "add", "emails: already in use"];
  await connector.report(run, [...people, failed], { read: 13, added: 12, failed: 1 });

  await signInTo(page, organization, organization.owner, `/directories/${connector.id}`);
  await expect(table(page, "Active Directory logging")).toContainText("cannot reach ldaps://dc1");
  await page.getByRole("link").filter({ has: page.locator("xpath=ancestor::tr[contains(., '12 added')]") }).click();
  await expect(heading(page)).toHaveText(/^Run of/);
  await expect(page.getByText(sentence("Showing 1 to 10 of 13"))).toBeVisible();
  await press(page, "Next page");
  await expect(page.getByText(sentence("Showing 11 to 13 of 13"))).toBeVisible();
  await page.getByRole("checkbox", { name: "Only what failed" }).check();
  await expect(table(page, "Steps").getByRole("row")).toHaveCount(2);
  await expect(table(page, "Steps")).toContainText("emails: already in use");
  await loaded(page);
  await expectAccessible(page, "what failed of a run");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download log")]);
  const lines = (await readFile(await download.path(), "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(14);
  expect(lines[13]).toContain("'=cmd");
});
