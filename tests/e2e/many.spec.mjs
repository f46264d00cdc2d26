// One action on several users at once.

import { expectAccessible } from "./support/axe.mjs";
import { expect, pick, signInTo, test } from "./support/test.mjs";

const check = (page, name) => page.getByRole("checkbox", { name: `Select \u2068${name}\u2069` }).check();
const act = async (page, name) => {
  await page.getByRole("button", { name: "Actions" }).click();
  await page.getByRole("menuitem", { name }).click();
};
const confirm = (page, name) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();

test("several users are disabled, and those to whom it may not be done say why", async ({ page, organization }) => {
  await organization.addUser("Anna Peeters");
  await organization.addUser("Bart Claes");
  await signInTo(page, organization, organization.owner, "/users");
  for (const name of ["Anna Peeters", "Bart Claes", "Olga Winter"]) {
    await check(page, name);
  }
  await expect(page.getByText(/3.* users selected/)).toBeVisible();
  await expectAccessible(page, "many users");
  await act(page, "Disable");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("row", { name: /Olga Winter/ })).toContainText("Refused");
  await expect(dialog.getByRole("row", { name: /Anna Peeters/ })).toContainText("Will be changed");
  await expectAccessible(page, "many users");
  await confirm(page, "Disable");
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Bart Claes/ })).toContainText("Disabled");
  await expect(page.getByRole("row", { name: /Olga Winter/ })).toContainText("Active");
});

test("several users are moved, join a group, and get passwords that are shown once", async ({ page, organization }) => {
  await organization.addSite("Ghent");
  const group = await organization.addGroup("Desk");
  await organization.addUser("Anna Peeters");
  await organization.addUser("Bart Claes");
  await signInTo(page, organization, organization.owner, "/users");
  await check(page, "Anna Peeters");
  await check(page, "Bart Claes");
  await act(page, "Move to a site");
  await page.getByRole("dialog").getByLabel("Work location").selectOption("Ghent");
  await expect(page.getByRole("dialog").getByRole("row", { name: /Anna Peeters/ })).toContainText("Will be changed");
  await confirm(page, "Move to a site");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Anna Peeters/ })).toContainText("Ghent");
  await act(page, "Add to a group");
  await pick(page.getByRole("dialog"), "Search a group", "Desk");
  await confirm(page, "Add to a group");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const members = await organization.call("GET", `/groups/${group}/members`);
  expect(members.total).toBe(2);
  await organization.call("POST", "/licenses", { details: { name: "Support", quantity: 1, released_on_disable: false } });
  await act(page, "Assign a service");
  await page.getByRole("dialog").getByLabel("Service", { exact: true }).selectOption("Support (1)");
  await expect(page.getByRole("dialog").getByRole("row", { name: /Bart Claes/ })).toContainText("Refused");
  await confirm(page, "Assign a service");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await act(page, "Reset passwords");
  await page.getByRole("dialog").getByLabel("Passwords", { exact: true }).selectOption("Made and shown once");
  await confirm(page, "Reset passwords");
  await expect(page.getByRole("dialog").getByText(/[a-z0-9]{5}(-[a-z0-9]{5}){3}/)).toHaveCount(2);
});
