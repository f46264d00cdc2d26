// What an organization decides about itself, and what follows from it.

import { expectAccessible } from "./support/axe.mjs";
import { ANOTHER_PASSWORD } from "./support/organization.mjs";
import { expect, field, fillInSignIn, heading, sentence, signInTo, test } from "./support/test.mjs";

const nav = (page) => page.getByRole("navigation", { name: "Main navigation" });
const save = (page) => page.getByRole("button", { name: "Save", exact: true });
const mayType = (page) => page.getByRole("checkbox", { name: "Administrators may type temporary passwords" });
const typeIt = (page) => page.getByRole("option", { name: "Type the temporary password myself" });

async function fillInUser(page, organization, given, family) {
  await page.goto(organization.path("/users/new"));
  await field(page, "First name").fill(given);
  await field(page, "Last name").fill(family);
  await field(page, "E-mail address").fill(`${given.toLowerCase()}@harbour.example`);
}

test("where it is allowed, an administrator types a temporary password, with which one gets in", async ({
  page,
  organization,
  anotherBrowser,
}) => {
  await signInTo(page, organization, organization.owner);
  await fillInUser(page, organization, "Uma", "Field");
  await expect(typeIt(page)).toHaveCount(0);

  await nav(page).getByRole("link", { name: "Password policy" }).click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(save(page)).toBeDisabled();
  await mayType(page).check();
  await save(page).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await page.reload();
  await expect(mayType(page)).toBeChecked();

  await fillInUser(page, organization, "Uma", "Field");
  await field(page, "How it reaches the person").selectOption("Type the temporary password myself");
  await field(page, "Password").fill("lanterns");
  await field(page, "Confirm password").fill("lanterns");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(field(page, "Password")).toHaveAccessibleDescription(/^At least 15 characters/);
  await field(page, "Password").fill(ANOTHER_PASSWORD);
  await field(page, "Confirm password").fill(ANOTHER_PASSWORD);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("rowheader", { name: "Uma Field" })).toBeVisible();

  const hers = await anotherBrowser();
  // Her user name was proposed from her address.
  await hers.goto(organization.path("/sign-in"));
  await fillInSignIn(hers, { login: "uma", password: ANOTHER_PASSWORD });
  await expect(heading(hers)).toHaveText("Choose your own password");
});

test("the name changes everywhere at once, and what is out of range is refused at its field", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/organization");
  await field(page, "Name of the organization").fill("Lighthouse");
  const idle = field(page, "Ends when it is not used for (minutes)");
  await idle.fill("1");
  await save(page).click();
  await expect(idle).toBeFocused();
  await expect(idle).toHaveAccessibleDescription(/^This is out of range/);
  await idle.fill("20");
  await field(page, "Language").selectOption("Français");
  await save(page).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Lighthouse");
});

test("its own words are said wherever the usual one stands alone, in their language only", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/organization");
  const english = page.getByRole("group", { name: "English" });
  const [one, many] = [field(english, "In place of “Site”"), field(english, "In place of “Sites”")];
  await one.fill("Branch");
  await save(page).click();
  await expect(many).toHaveAccessibleDescription(/^Give this one, too/);
  await expectAccessible(page, "a word that is halved");
  await many.fill("Branches");
  await save(page).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await nav(page).getByRole("link", { name: /^Branches/ }).click();
  await expect(heading(page)).toHaveText("Branches");
  await nav(page).getByRole("link", { name: /^Users/ }).click();
  await expect(page.getByRole("columnheader", { name: "Branch", exact: true })).toBeVisible();

  await page.goto(`${organization.path("/sites")}?lang=fr`);
  await expect(heading(page)).toHaveText("Sites");
});

test("only who may for the whole organization comes to this page", async ({ page, organization }) => {
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["administrators"] }));
  await signInTo(page, organization, ada);
  await expect(nav(page).getByRole("link", { name: "Organization" })).toHaveCount(0);
  await page.goto(organization.path("/organization"));
  const why = "You lack the right to see the organization’s settings. These people can help: Olga Winter.";
  await expect(page.getByRole("main").getByText(sentence(why))).toBeVisible();
});

test("somebody who may only see it finds everything locked", async ({ page, organization }) => {
  const details = { name: "Auditor", permissions: ["organization:view"] };
  await organization.call("POST", "/roles", { details });
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["Auditor"] }));
  await signInTo(page, organization, ada, "/organization");
  await expect(field(page, "Name of the organization")).toHaveAttribute("readonly", "");
  await expect(save(page)).toBeDisabled();
  await page.goto(organization.path("/password-policy"));
  await expect(field(page, "Minimum password strength")).toHaveAttribute("readonly", "");
  await expect(mayType(page)).toBeDisabled();
  await expect(save(page)).toBeDisabled();
});
