// Grants: given with a look at what they would do, for a time, for a reason; suspended, taken,
// and what becomes of them when nobody answers for them any more.

import { expect, field, heading, sentence, signInTo, test } from "./support/test.mjs";

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
    await page.getByRole("radio", { name: /Olga Winter/ }).check();
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
    await expect(orphaned).toHaveCount(0);
    const seen = await organization.call("GET", `/administrators/${lim.id}`);
    expect(seen.grants.map((grant) => grant.granted_by)).toEqual([organization.owner.id]);
  });
});
