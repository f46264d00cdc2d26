// The audit trail: reading, narrowing, comparing, exporting, verifying, undoing.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "./support/axe.mjs";
import { expect, heading, loaded, sentence, signInTo, test } from "./support/test.mjs";

const entries = (page) => page.getByRole("list", { name: "Audit trail" }).getByRole("listitem");

test("what happened is told, narrowed and compared field by field", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  const uma = await organization.addUser("Uma Field", { site });
  await organization.call("POST", `/users/${uma.id}/disable`);
  const { version, person } = await organization.call("GET", `/users/${uma.id}`);
  await organization.call("PUT", `/users/${uma.id}`, { version, person: { ...person, given_name: "Una" }, site: null });

  await signInTo(page, organization, organization.owner);
  await page.getByRole("link", { name: "Audit trail" }).click();
  await expect(heading(page)).toHaveText("Audit trail");
  await expect(entries(page).nth(1)).toContainText(sentence("Olga Winter changed the data of Una Field."));
  await expect(entries(page).nth(2)).toContainText(sentence("Olga Winter disabled Una Field."));

  await entries(page).nth(1).getByText("changed the data").click();
  const diff = page.getByRole("table", { name: "What changed" });
  await expect(diff.getByRole("row", { name: /First name/ })).toHaveText(/Uma.*Una.*Changed/);
  await expect(diff.getByRole("row", { name: /Site/ })).toHaveText(/North.*Removed/);
  await expectAccessible(page, "the audit trail with a difference");

  await page.getByLabel("What", { exact: true }).selectOption({ label: "Account disabled" });
  await expect(entries(page)).toHaveCount(1);
  await expect(page).toHaveURL(/effect=user_disabled/);
  await page.reload();
  await expect(entries(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Show everything" }).click();

  const whom = page.getByRole("combobox", { name: "To whom" });
  await whom.fill("una");
  await page.getByRole("option", { name: /Una Field/ }).click();
  await expect(entries(page)).toHaveCount(3);
  await expect(whom).toHaveValue("Una Field");
  await whom.fill("una");
  await expectAccessible(page, "people to choose from");
});

test("an export is verified, and a tampered one is found out", async ({ page, organization }) => {
  await organization.addSite("North");
  await signInTo(page, organization, organization.owner, "/audit");
  await page.getByRole("button", { name: "Export" }).click();
  await expectAccessible(page, "exporting");
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "JSON lines" }).click();
  const file = await readFile(await (await download).path(), "utf8");
  const lines = file.trimEnd().split("\n").map((line) => JSON.parse(line));
  expect(lines.slice(0, -1).map((link) => link.seq)).toEqual(lines.slice(0, -1).map((_, at) => at + 1));
  expect(lines.at(-1)).toEqual({ seq: lines.at(-2).seq, chain: lines.at(-2).chain });

  await page.getByRole("button", { name: "Verify", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Verify" });
  await dialog.getByRole("button", { name: "Verify the trail now" }).click();
  await expect(dialog.getByText(sentence(`${lines.length - 1} records have been verified`))).toBeVisible();
  const choose = (text) =>
    dialog.getByLabel("Or verify an exported file").setInputFiles({ name: "trail.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(text) });
  await choose(file);
  await expect(dialog.getByText("nothing was changed or left out")).toBeVisible();
  await choose(file.replace("North", "South"));
  await expect(dialog.getByRole("alert")).toHaveText(/^Record \d+ is not what was recorded/);
  await choose(file.split("\n").toSpliced(3, 1).join("\n"));
  await expect(dialog.getByRole("alert")).toHaveText("Record 4 is missing or out of place.");
  await choose("nothing of the kind");
  await expect(dialog.getByRole("alert")).toContainText("this is no export");
  await expectAccessible(page, "a tampered file");
});

test("a spreadsheet gets no formulas", async ({ page, organization }) => {
  await organization.addUser("=Uma Field");
  await signInTo(page, organization, organization.owner, "/audit");
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "CSV" }).click();
  const csv = await readFile(await (await download).path(), "utf8");
  expect(csv).toMatch(/^\uFEFFseq,time,actor,/);
  expect(csv).not.toMatch(/(^|,)"?[=+@-]/m);
});

test("an act is undone, and refused when it was changed since", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  await organization.call("PUT", `/sites/${site}`, { version: 1, details: { name: "South" } });
  await signInTo(page, organization, organization.owner, "/audit?effect=site_updated");
  await entries(page).first().getByText("changed the site").click();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("It has been undone.")).toBeVisible();
  await expect(entries(page)).toHaveCount(2);
  expect((await organization.call("GET", `/sites/${site}`)).details.name).toBe("North");

  await entries(page).nth(1).getByText("changed the site").click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expectAccessible(page, "undo?");
  await page.getByRole("dialog").getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(/^This cannot be undone, or no longer/);
});

test("a delegate reads what is about his site, and verifies all of it", async ({ page, organization }) => {
  const [north, south] = [await organization.addSite("North"), await organization.addSite("South")];
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["users", "audit"], sites: [north] }));
  await organization.addUser("Uma Field", { site: north });
  await organization.addUser("Sven Berg", { site: south });
  await signInTo(page, organization, ada, "/audit");
  await expect(entries(page).filter({ hasText: "Uma" })).toHaveCount(1);
  await expect(page.getByText("Sven")).toHaveCount(0);
  await page.getByRole("button", { name: "Verify", exact: true }).click();
  await page.getByRole("button", { name: "Verify the trail now" }).click();
  await expect(page.getByText("nothing was changed or left out")).toBeVisible();
  await loaded(page);
});
