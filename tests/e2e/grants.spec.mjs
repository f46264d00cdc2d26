// Grants: given with a look at what they would do, for a time, for a reason; suspended, taken,
// and what becomes of them when nobody answers for them any more.

import { expect, field, heading, pick, sentence, signInTo, test } from "./support/test.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name });
const outlook = (page) => page.getByRole("region", { name: "What this changes" });
const records = (page) => page.getByRole("list", { name: "Grants" }).getByRole("listitem");

/** What somebody may do now, as his own session says. */
const held = async (organization, { api }) => {
  const session = await api.call("GET", `/orgs/${organization.slug}/session`);
  return session.access.grants.flatMap((grant) => grant.permissions);
};

test("a role is given for a time and a reason, suspended, resumed and taken", async ({ page, organization }) => {
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["system_default"] }));
  await signInTo(page, organization, organization.owner, `/administrators/${ada.id}?tab=grants`);
  await expect(records(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Give a role" }).click();
  const give = dialog(page, "Give a role");
  await field(give, "Role").selectOption({ label: "Sites" });
  await expect(outlook(page)).toContainText("1 person gets rights");
  await expect(outlook(page)).toContainText(sentence("add sites"));
  await field(give, "Until").fill("2020-01-01T12:00");
  await field(give, "Reason").fill("Replaces Kim in July");
  await give.getByRole("button", { name: "Give a role" }).click();
  await expect(field(give, "Until")).toHaveAccessibleDescription(/past/);
  await field(give, "Until").fill("2090-07-31T12:00");
  await give.getByRole("button", { name: "Give a role" }).click();
  await expect(records(page)).toHaveCount(2);
  const grant = records(page).filter({ hasText: "Replaces Kim in July" });
  await expect(grant).toContainText(sentence("Until 31 Jul 2090, 12:00"));
  await expect(grant).toContainText(sentence("Given by Olga Winter"));
  expect(await held(organization, ada)).toContain("sites:create");

  await grant.getByRole("button", { name: "Suspend" }).click();
  await expect(outlook(page)).toContainText("1 person loses rights");
  await dialog(page, "Suspend").getByRole("button", { name: "Suspend" }).click();
  await expect(grant.getByText("Suspended")).toBeVisible();
  expect(await held(organization, ada)).not.toContain("sites:create");

  await grant.getByRole("button", { name: "Resume" }).click();
  await dialog(page, "Resume").getByRole("button", { name: "Resume" }).click();
  await expect(grant.getByText("Suspended")).toHaveCount(0);
  expect(await held(organization, ada)).toContain("sites:create");

  await grant.getByRole("button", { name: "Take away" }).click();
  await dialog(page, "Take away").getByRole("button", { name: "Take away" }).click();
  await expect(records(page)).toHaveCount(1);
  expect(await held(organization, ada)).not.toContain("sites:create");
});

test("what is inherited says through which group, and leads there", async ({ page, organization }) => {
  const ada = await organization.appoint("Ada Moor", { roles: ["system_default"] });
  const group = await organization.addGroup("Operations", { kind: "access" });
  await organization.give({ group }, "sites", { scope: { kind: "groups", groups: [group] } });
  await organization.join(group, ada);
  await signInTo(page, organization, organization.owner, `/administrators/${ada.id}?tab=grants`);
  const inherited = records(page).filter({ hasText: "Through" });
  await expect(inherited).toContainText(sentence("Group Operations, with everything below it"));
  await expect(inherited.getByRole("button")).toHaveCount(0);
  await inherited.getByRole("link", { name: sentence("Through Operations") }).click();
  await expect(heading(page)).toHaveText("Operations");
});

test("what a role's edit promises is what then happens", async ({ page, organization }) => {
  const details = { name: "Help desk", permissions: ["users:view"] };
  const role = await organization.call("POST", "/roles", { details });
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["Help desk"] }));
  await signInTo(page, organization, organization.owner, `/roles/${role.id}`);
  await expect(outlook(page)).toHaveCount(0);
  await page.getByRole("checkbox", { name: /Change.*Users|Users.*Change/ }).check();
  await expect(outlook(page)).toContainText("1 person gets rights");
  await expect(outlook(page).getByRole("listitem")).toContainText(sentence("Ada Moor"));
  await expect(outlook(page)).toContainText(sentence("in the whole organization: the right to change users"));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await expect(outlook(page)).toHaveCount(0);
  expect((await held(organization, ada)).sort()).toEqual(["users:update", "users:view"]);
});

test("when a group is disabled, what was given by whoever had it from there may be suspended with it", async ({ page, organization }) => {
  const desk = await organization.addGroup("Desk");
  await Promise.all(["administrators", "users"].map((role) => organization.give({ group: desk }, role)));
  const nora = await organization.settle(await organization.addUser("Nora Vale"));
  await organization.join(desk, nora);
  const lim = await organization.addUser("Lim Bosch");
  const grant = { role: await organization.roleId("users"), scope: { kind: "organization" } };
  await nora.api.call("POST", `/orgs/${organization.slug}/grants`, { subject: { user: lim.id }, grant });
  await signInTo(page, organization, organization.owner, `/groups/${desk}`);
  await page.getByRole("tab", { name: "Name and description" }).click();
  await page.getByRole("button", { name: "Disable group" }).click();
  await expect(outlook(page)).toContainText("Nobody would answer for 1 role any more");
  await page.getByLabel(/^What becomes of the roles/).selectOption({ label: "They are suspended" });
  await dialog(page, "Disable group").getByRole("button", { name: "Disable group" }).click();
  await expect(page.getByText(sentence("Desk is disabled."))).toBeVisible();
  const seen = await organization.call("GET", `/administrators/${lim.id}`);
  expect(seen.grants.map((grant) => grant.suspended)).toEqual([true]);
});

test.describe("somebody who has appointed others is disabled", () => {
  let nora, lim;

  test.beforeEach(async ({ page, organization }) => {
    nora = await organization.settle(await organization.appoint("Nora Vale", { roles: ["administrators", "users"] }));
    const person = { user_name: "lbosch", email: "lim@harbour.example", given_name: "Lim", family_name: "Bosch" };
    const grants = [{ role: await organization.roleId("users"), scope: { kind: "organization" } }];
    const request = { person, grants, password: { kind: "generated" } };
    lim = await nora.api.call("POST", `/orgs/${organization.slug}/administrators`, request);
    await signInTo(page, organization, organization.owner, `/administrators/${nora.id}`);
    await page.getByRole("button", { name: "Disable administrator" }).click();
    await expect(outlook(page)).toContainText("Nobody would answer for 1 role any more");
    await expect(outlook(page)).toContainText("Lim Bosch");
  });

  const confirm = (page) => dialog(page, "Disable administrator").getByRole("button", { name: "Disable administrator" }).click();

  test("what they were given may be suspended with it", async ({ page, organization }) => {
    await page.getByLabel(/^What becomes of the roles/).selectOption({ label: "They are suspended" });
    await confirm(page);
    await expect(page.getByText(sentence("Nora Vale has been disabled."))).toBeVisible();
    const seen = await organization.call("GET", `/administrators/${lim.id}`);
    expect(seen.grants.map((grant) => grant.suspended)).toEqual([true]);
  });

  test("or somebody else answers for it", async ({ page, organization }) => {
    await page.getByLabel(/^What becomes of the roles/).selectOption({ label: "Somebody else answers for them" });
    await pick(page.getByRole("dialog"), /^Who answers for it/, "Olga");
    await confirm(page);
    await expect(page.getByText(sentence("Nora Vale has been disabled."))).toBeVisible();
    const seen = await organization.call("GET", `/administrators/${lim.id}`);
    expect(seen.grants.map((grant) => grant.granted_by)).toEqual([organization.owner.id]);
  });

  test("or it stays, and the dashboard shows that nobody answers for it", async ({ page, organization }) => {
    await confirm(page);
    await expect(page.getByText(sentence("Nora Vale has been disabled."))).toBeVisible();
    await page.goto(organization.path());
    const orphaned = page.getByRole("list", { name: "Nobody answers for these any more" });
    await expect(orphaned.getByRole("listitem")).toContainText("Lim Bosch");
    await orphaned.getByRole("button", { name: "Answer for it myself" }).click();
    const answer = dialog(page, "Answer for it myself");
    await expect(outlook(page)).toContainText("Nobody’s rights change.");
    await answer.getByRole("button", { name: "Answer for it myself" }).click();
    await expect(orphaned).toHaveCount(0);
    const seen = await organization.call("GET", `/administrators/${lim.id}`);
    expect(seen.grants.map((grant) => grant.granted_by)).toEqual([organization.owner.id]);
  });
});

test.describe("somebody who has appointed others is given less", () => {
  let lim;

  test.beforeEach(async ({ page, organization }) => {
    const nora = await organization.settle(await organization.appoint("Nora Vale", { roles: ["administrators", "users"] }));
    const person = { user_name: "lbosch", email: "lim@harbour.example", given_name: "Lim", family_name: "Bosch" };
    const grants = [{ role: await organization.roleId("users"), scope: { kind: "organization" } }];
    const request = { person, grants, password: { kind: "generated" } };
    lim = await nora.api.call("POST", `/orgs/${organization.slug}/administrators`, request);
    await signInTo(page, organization, organization.owner, `/administrators/${nora.id}?tab=grants`);
  });

  const grantsOfLim = async (organization) => (await organization.call("GET", `/administrators/${lim.id}`)).grants;

  test("what one grant carried is suspended when it is taken away", async ({ page, organization }) => {
    const users = records(page).filter({ hasText: "Users" });
    await users.getByRole("button", { name: "Take away" }).click();
    await expect(outlook(page)).toContainText("Nobody would answer for 1 role any more");
    await page.getByLabel(/^What becomes of the roles/).selectOption({ label: "They are suspended" });
    await dialog(page, "Take away").getByRole("button", { name: "Take away" }).click();
    await expect(records(page)).toHaveCount(1);
    expect((await grantsOfLim(organization)).map((grant) => grant.suspended)).toEqual([true]);
  });

  test("the form with its boxes foresees the same, and lets somebody else answer", async ({ page, organization }) => {
    await page.getByRole("tab", { name: "Functions" }).click();
    await page.getByRole("checkbox", { name: /^Users/ }).uncheck();
    await expect(outlook(page)).toContainText("1 person loses rights");
    await expect(outlook(page)).toContainText("Nobody would answer for 1 role any more");
    await page.getByLabel(/^What becomes of the roles/).selectOption({ label: "Somebody else answers for them" });
    await page.getByRole("button", { name: "Save" }).click();
    const grantor = page.getByRole("combobox", { name: /^Who answers for it/ });
    await expect(grantor).toHaveAccessibleDescription(/^Fill this in\./);
    await pick(page, /^Who answers for it/, "Olga");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText(sentence("The changes to Nora Vale have been saved."))).toBeVisible();
    expect((await grantsOfLim(organization)).map((grant) => grant.granted_by)).toEqual([organization.owner.id]);
    await expect(outlook(page)).toHaveCount(0);
  });

  test("whoever cannot answer for a grant is refused before it is saved", async ({ page, organization }) => {
    await organization.appoint("Omar Quay", { roles: ["sites"] });
    await page.goto(organization.path(`/administrators/${lim.id}?tab=grants`));
    await records(page).getByRole("button", { name: "Have somebody else answer for it" }).click();
    const rehome = dialog(page, "Have somebody else answer for it");
    await pick(rehome, /^Who answers for it/, "Omar");
    const save = rehome.getByRole("button", { name: "Have somebody else answer for it" });
    await expect(save).toHaveAttribute("aria-disabled", "true");
    await rehome.getByRole("button", { name: "Clear the choice" }).click();
    await pick(rehome, /^Who answers for it/, "Olga");
    await expect(outlook(page)).toContainText("Nobody’s rights change.");
    await save.click();
    await expect(page.getByText(sentence("Olga Winter now answers for it."))).toBeVisible();
    expect((await grantsOfLim(organization)).map((grant) => grant.granted_by)).toEqual([organization.owner.id]);
  });
});

test("a user becomes an administrator of two groups on the user's own page", async ({ page, organization }) => {
  const [desk, field_] = [await organization.addGroup("Desk"), await organization.addGroup("Field")];
  const uma = await organization.settle(await organization.addUser("Uma Shore"));
  await signInTo(page, organization, organization.owner, `/users/${uma.id}?tab=grants`);
  await expect(page.getByText("Nothing has been given")).toBeVisible();
  await page.getByRole("button", { name: "Give a role" }).click();
  const give = dialog(page, "Give a role");
  await field(give, "Role").selectOption({ label: "Groups" });
  await field(give, "Where").selectOption({ label: "Some groups, with everything below them" });
  await pick(give, /^Groups/, "Desk");
  await pick(give, /^Groups/, "Field");
  await expect(give.getByRole("list", { name: "Groups that are picked" }).getByRole("listitem")).toHaveText(["Desk", "Field"]);
  await expect(outlook(page)).toContainText("1 person gets rights");
  await expect(outlook(page)).toContainText(sentence("in the group Desk and below it"));
  await expect(outlook(page)).toContainText(sentence("in the group Field and below it"));
  await give.getByRole("button", { name: "Give a role" }).click();
  await expect(records(page)).toHaveCount(1);
  await expect(records(page)).toContainText(/Desk.*Field|Field.*Desk/);
  await expect(page.getByRole("link", { name: "Administrator’s page" })).toHaveCount(0);
  await page.getByRole("tab", { name: "Account" }).click();
  await expect(page.getByRole("link", { name: "Administrator’s page" })).toBeVisible();
  const seen = await organization.call("GET", `/administrators/${uma.id}`);
  expect(seen.grants.map((grant) => new Set(grant.scope.groups))).toEqual([new Set([desk, field_])]);
});

test("whoever administers one group as far as the edge lets him is not held back by the console", async ({ page, organization }) => {
  const top = await organization.addGroup("Operations");
  const desk = await organization.addGroup("Desk", { parent: top });
  const nora = await organization.settle(await organization.addUser("Nora Vale"));
  const lim = await organization.addUser("Lim Bosch");
  const at = (group) => ({ scope: { kind: "groups", groups: [group] } });
  await organization.give({ user: nora.id }, "administrators", at(top));
  await organization.give({ user: nora.id }, "groups", at(top));
  await organization.give({ user: lim.id }, "groups", at(desk));
  await signInTo(page, organization, nora, `/administrators/${lim.id}`);
  const disable = page.getByRole("button", { name: "Disable administrator" });
  await expect(disable).not.toHaveAttribute("aria-disabled", "true");
  await disable.click();
  await dialog(page, "Disable administrator").getByRole("button", { name: "Disable administrator" }).click();
  await expect(page.getByText(sentence("Lim Bosch has been disabled."))).toBeVisible();
});

test("the dashboard says what needs attention, and leads to it", async ({ page, organization }) => {
  await organization.addUser("Uma Shore");
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["users"] }));
  await signInTo(page, organization, organization.owner);
  const main = page.getByRole("main");
  await expect(main.getByRole("link", { name: /^1 temporary password has not been replaced/ })).toBeVisible();
  await expect(main.getByText(/role that ends soon/)).toHaveCount(0);
  await organization.give({ user: ada.id }, "sites", { validity: { until: Date.now() + 3 * 86_400_000 } });
  await page.reload();
  await main.getByRole("link", { name: /^1 administrator has a role that ends soon/ }).click();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveText([/Ada Moor/]);
  await expect(page.getByLabel("Status")).toHaveValue("ending");
  await page.goBack();
  await main.getByRole("link", { name: /^1 temporary password/ }).click();
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveText([/Uma Shore/]);
  await page.getByLabel("Status").selectOption({ label: "Any status" });
  await expect(page.getByRole("table").getByRole("rowheader")).toHaveCount(3);
});
