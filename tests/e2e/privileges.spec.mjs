// Privileges: assigned to a profile, copied from a template, never beyond one's own; agents; and
// features as boxes to tick.

import { expectAccessible } from "./support/axe.mjs";
import { expect, field, heading, loaded, pick, sentence, signInTo, test } from "./support/test.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name });
const outlook = (page) => page.getByRole("region", { name: "What this changes" });
const row = (page, name) => page.getByRole("row", { name: new RegExp(name) });
const names = (page) => page.getByRole("table").getByRole("rowheader");

/** What somebody holds, as role keys. */
const held = async (organization, { id }) => {
  const roles = await organization.call("GET", "/roles");
  const { grants } = await organization.call("GET", `/administrators/${id}`);
  return grants.map((grant) => roles.find((role) => role.id === grant.role).details.name).sort();
};

test("new privileges are assigned to a profile, with the only site chosen already", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  const uma = await organization.addUser("Uma Field", { site: north });
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  await page.getByRole("link", { name: "Assign new privileges" }).click();
  const assign = dialog(page, "Assign new privileges");
  await expect(assign.getByRole("combobox", { name: /^Profile/ })).toHaveValue("Uma Field");
  await expect(assign.getByRole("checkbox", { name: "North" })).toBeChecked();
  await assign.getByRole("button", { name: "Add", exact: true }).click();
  await expect(assign.getByText("Choose at least one.")).toBeVisible();
  await assign.getByRole("checkbox", { name: "Users", exact: true }).check();
  await assign.getByRole("checkbox", { name: "Notes", exact: true }).check();
  await expect(outlook(page)).toContainText("1 person gets rights");
  await expectAccessible(page, "assigning privileges");
  await assign.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByText("The privileges have been assigned.")).toBeVisible();
  await expect(row(page, "Uma Field")).toContainText("Notes, Users");
  expect(await held(organization, uma)).toEqual(["notes", "users"]);
});

test("privileges are copied: added, then replaced, with what changes told before", async ({ page, organization }) => {
  const kim = await organization.appoint("Kim Moor", { roles: ["users", "sites"] });
  const ada = await organization.appoint("Ada Hill", { roles: ["audit"] });
  await signInTo(page, organization, organization.owner, "/privileges");
  await loaded(page);
  await expectAccessible(page, "privileges");
  const copy = dialog(page, sentence("Copy the privileges of Kim Moor"));
  await page.getByRole("row", { name: /^Kim Moor/ }).getByRole("button", { name: "Copy" }).click();
  await copy.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copy.getByText("Fill this in.")).toBeVisible();
  await pick(copy, /^To whom/, "Kim Moor", /Kim Moor/);
  await copy.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copy.getByText("This is whose privileges are copied. Choose somebody else.")).toBeVisible();
  await pick(copy, /^To whom/, "Ada Hill", /Ada Hill/);
  await expect(outlook(page)).toContainText("1 person gets rights");
  await expectAccessible(page, "copying privileges");
  await copy.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText(sentence("2 privileges have been copied."))).toBeVisible();
  expect(await held(organization, ada)).toEqual(["audit", "sites", "users"]);

  await page.getByRole("row", { name: /^Kim Moor/ }).getByRole("button", { name: "Copy" }).click();
  await pick(copy, /^To whom/, "Ada Hill", /Ada Hill/);
  await expect(copy.getByText("This person holds all of it already.")).toBeVisible();
  await field(copy, "What becomes of what that person holds already").selectOption("replace");
  await expect(outlook(page)).toContainText("1 person loses rights");
  await copy.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copy).toHaveCount(0);
  expect(await held(organization, ada)).toEqual(await held(organization, kim));
});

test("a copier gives no more than he has, is told what is left out, and nothing to himself", async ({ page, organization }) => {
  const [north, south] = [await organization.addSite("North"), await organization.addSite("South")];
  await organization.appoint("Kim Moor", { roles: ["users"], sites: [north, south] });
  const ada = await organization.appoint("Ada Hill", { roles: ["system_default"], sites: [north, south] });
  const scope = { kind: "sites", sites: [north] };
  await organization.give({ user: ada.id }, "administrators", { scope });
  await organization.give({ user: ada.id }, "users", { scope });
  const uma = await organization.addUser("Uma Field", { site: north });
  await signInTo(page, organization, await organization.settle(ada), "/privileges");
  await page.getByRole("row", { name: /^Kim Moor/ }).getByRole("button", { name: "Copy" }).click();
  const copy = dialog(page, sentence("Copy the privileges of Kim Moor"));
  await pick(copy, /^To whom/, "Ada Hill", /Ada Hill/);
  await copy.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(copy.getByText("You cannot do this to your own account.", { exact: false }).first()).toBeVisible();
  await pick(copy, /^To whom/, "Uma Field", /Uma Field/);
  await expect(copy.getByText(sentence("1 is not copied: you may not give it"))).toBeVisible();
  await expect(copy.getByText(sentence("Users, South"))).toBeVisible();
  await copy.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByText(sentence("1 privilege has been copied."))).toBeVisible();
  const { grants } = await organization.call("GET", `/administrators/${uma.id}`);
  expect(grants.map((grant) => grant.scope)).toEqual([{ kind: "sites", sites: [north] }]);
});

test("a new administrator begins with what a template holds", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  await organization.appoint("Kim Moor", { roles: ["users", "notes"], sites: [north] });
  await signInTo(page, organization, organization.owner, "/privileges");
  await page.getByRole("row", { name: /^Kim Moor/ }).getByRole("button", { name: "Copy" }).click();
  await page.getByRole("link", { name: "To a new administrator" }).click();
  await expect(heading(page)).toHaveText("Create administrator");
  await expect(page.getByText(sentence("This begins with the privileges of Kim Moor."))).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "North" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Notes", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Dashboard", exact: true })).not.toBeChecked();
});

test("an agent who administers stands among both", async ({ page, organization }) => {
  const uma = await organization.addUser("Uma Field");
  await organization.addUser("Sven Ridge");
  await organization.appoint("Ada Hill", { roles: ["users"] });
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  await page.getByRole("checkbox", { name: "Agent" }).check();
  await field(page, "SIP phone").fill("sip:uma@pbx.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(sentence("The changes to Uma Field have been saved."))).toBeVisible();
  await organization.give({ user: uma.id }, "users");
  await page.goto(organization.path("/users"));
  await page.getByRole("button", { name: "Agents" }).click();
  await expect(names(page)).toHaveText([/Uma Field/]);
  await expect(row(page, "Uma Field")).toContainText("Agent");
  await page.getByRole("button", { name: "Administrators" }).click();
  await expect(names(page)).toHaveText([/Uma Field/, /Ada Hill/, /Olga Winter/]);
  await expect(row(page, "Olga Winter")).toContainText("★");
  await expect(row(page, "Ada Hill")).toContainText("(2)");
  await expectAccessible(page, "users who administer");
  await page.goto(organization.path("/administrators"));
  await expect(row(page, "Uma Field")).toContainText("Agent");

  await row(page, "Uma Field").getByRole("link", { name: "Uma Field" }).click();
  await expect(page.getByText("There is one record", { exact: false })).toBeVisible();
  await expect(field(page, "Work location")).toBeVisible();
  await page.getByRole("checkbox", { name: "Agent" }).uncheck();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(sentence("The changes to Uma Field have been saved."))).toBeVisible();
  const user = await organization.call("GET", `/users/${uma.id}`);
  expect([user.person.agent, user.person.phones.sip]).toEqual([false, "sip:uma@pbx.example"]);
});

test("a feature is ticked like a function, and called as the organization calls it", async ({ page, organization }) => {
  const label = { en: "Call recording", fr: "Enregistrement des appels" };
  const description = { en: "Listen to recorded calls." };
  await organization.call("POST", "/features", { key: "call_recording", details: { label, description } });
  const ada = await organization.appoint("Ada Hill", { roles: ["dashboard"] });
  await signInTo(page, organization, organization.owner, `/administrators/${ada.id}?tab=functions`);
  const box = page.getByRole("checkbox", { name: "Call recording" });
  await expect(box).toHaveAccessibleDescription("Listen to recorded calls.");
  await box.check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(sentence("The changes to Ada Hill have been saved."))).toBeVisible();
  expect(await held(organization, ada)).toEqual(["dashboard", "feature.call_recording"]);
  await page.goto(organization.path("/features/key/call_recording"));
  await page.getByRole("button", { name: "Delete feature" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete feature" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("still in use");
});

test("a user name that looks like another one is refused at its field, and nothing typed is lost", async ({ page, organization }) => {
  await organization.addUser("Jill Moor");
  await signInTo(page, organization, organization.owner, "/users/new");
  await field(page, "First name").fill("Joan");
  await field(page, "Last name").fill("Moor");
  await field(page, "E-mail address").fill("joan@harbour.example");
  await field(page, "User name").fill("jm\u043eor");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(field(page, "User name")).toHaveAccessibleDescription(/can hardly be told from/);
  await expect(field(page, "E-mail address")).toHaveValue("joan@harbour.example");
});

test("the owner's role says that it is fixed", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, `/roles/${await organization.roleId("owner")}`);
  await expect(page.getByText("cannot be edited or deleted", { exact: false })).toBeVisible();
  await expect(page.getByRole("button", { name: "Save" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Delete role" })).toHaveCount(0);
});
