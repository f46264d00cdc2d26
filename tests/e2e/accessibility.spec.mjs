// No violation that axe can find, in light and dark, wide and narrow, on any page in any state; and no word that is
// missing on any page in any language.

import { expectAccessible } from "./support/axe.mjs";
import { expectAllWords } from "./support/languages.mjs";
import { PAGES, furnish } from "./support/pages.mjs";
import { expect, field, fillInSignIn, follow, heading, loaded, showPassword, signInTo, test } from "./support/test.mjs";

test("pages before sign-in", async ({ page, organization }) => {
  const pages = { "choose an organization": "/", "set up": "/setup", "no such page": "/nowhere", "sign in": organization.path("/sign-in") };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await loaded(page);
    await expectAccessible(page, name);
    await expectAllWords(page, name);
  }
});

test("signing in: errors at fields, a refusal, a temporary password", async ({ page, organization }) => {
  const uma = await organization.addUser("Uma Field");
  await page.goto(organization.path("/sign-in"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(field(page, "Password")).toHaveAccessibleDescription("Fill this in.");
  await expectAccessible(page, "sign in: fields in error");

  await fillInSignIn(page, { login: "nobody", password: "nothing" });
  await expect(page.getByRole("alert")).toBeVisible();
  await expectAccessible(page, "sign in: refused");

  await fillInSignIn(page, uma);
  await expect(heading(page)).toHaveText("Choose your own password");
  await field(page, "New password").fill("lanterns");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(field(page, "New password")).toHaveAccessibleDescription(/^At least 15 characters/);
  await expectAccessible(page, "change password: field in error");
});

// Some at a time, so that both workers have something to do.
const AT_A_TIME = 12;
for (let at = 0; at < PAGES.length; at += AT_A_TIME) {
  const names = PAGES.slice(at, at + AT_A_TIME);
  test(`pages from ${names.at(0)} to ${names.at(-1)}`, async ({ page, organization }) => {
    test.slow();
    const addresses = await furnish(organization);
    await signInTo(page, organization, organization.owner);
    for (const name of names) {
      await follow(page, organization.path(addresses[name]));
      await expectAccessible(page, name);
      await expectAllWords(page, name);
    }
  });
}

test("dialogs, open menus and messages", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  await organization.addSite("South");
  const uma = await organization.addUser("Uma Field", { site });
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  await page.getByRole("button", { name: "Disable user" }).click();
  await expectAccessible(page, "a question");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Reset password" }).click();
  await expect(page.getByRole("dialog")).toContainText("An e-mail with a temporary password will be sent");
  await expectAccessible(page, "resetting a password");
  await showPassword(page, page.getByRole("dialog"));
  await page.getByRole("dialog").getByRole("button", { name: "Reset password" }).click();
  await expect(page.getByRole("dialog", { name: "Temporary password" })).toBeVisible();
  await expectAccessible(page, "a temporary password");
  await page.getByRole("button", { name: "I have handed it on" }).click();

  for (const menu of ["Switch site", "Your profile and preferences"]) {
    await page.getByRole("button", { name: menu }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await expectAccessible(page, `menu: ${menu}`);
    await page.keyboard.press("Escape");
  }
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole("button", { name: "Menu" }).click();
  await expect(page.getByRole("dialog", { name: "Menu" })).toBeVisible();
  await expectAccessible(page, "the navigation as a drawer");
});

test("dialogs that search, and foresee what they would do", async ({ page, organization }) => {
  const [top, desk] = [await organization.addGroup("Operations"), await organization.addGroup("Desk")];
  await organization.give({ group: top }, "users");
  await organization.join(desk, await organization.addUser("Uma Field"));
  await signInTo(page, organization, organization.owner, `/groups/${desk}`);
  await page.getByRole("button", { name: "Add a group below" }).first().click();
  await expect(page.getByRole("dialog", { name: "Create group" })).toBeVisible();
  await expectAccessible(page, "creating a group");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await page.getByRole("dialog").getByRole("combobox", { name: "Where to" }).click();
  await expect(page.getByRole("option", { name: /^Operations/ })).toBeVisible();
  await expectAccessible(page, "groups to choose from, in a dialog");
  await page.getByRole("option", { name: /^Operations/ }).click();
  await expect(page.getByText("1 person gets rights")).toBeVisible();
  await expectAccessible(page, "moving a group, with a preview");
  await page.keyboard.press("Escape");
  await page.getByRole("tab", { name: "Grants" }).click();
  await page.getByRole("button", { name: "Give a role" }).click();
  await field(page.getByRole("dialog"), "Where").selectOption({ label: "Some groups, with everything below them" });
  await page.getByRole("dialog").getByRole("button", { name: "Give a role" }).click();
  await expect(page.getByText("Choose a role.")).toBeVisible();
  await expectAccessible(page, "giving a role, in error");
});

test("forms in error, and the question before leaving them", async ({ page, organization }) => {
  await organization.addSite("North");
  await signInTo(page, organization, organization.owner, "/administrators/new");
  await page.getByRole("button", { name: "Create administrator" }).click();
  await expect(field(page, "First name")).toHaveAccessibleDescription("Fill this in.");
  await expectAccessible(page, "appointing: fields in error");
  await field(page, "First name").fill("Ada");
  await page.getByRole("link", { name: /^Users/ }).first().click();
  await expect(page.getByRole("dialog", { name: "Leave without saving?" })).toBeVisible();
  await expectAccessible(page, "leave without saving?");
});

test("a limited administrator: refused, nothing found, nothing there", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["users"], sites: [site] }));
  await signInTo(page, organization, ada, "/administrators");
  await expect(page.getByText("No access")).toBeVisible();
  await expectAccessible(page, "forbidden");
  await page.goto(organization.path(`/users/${organization.owner.id}`));
  await expect(page.getByText(/^There is no such page or object/)).toBeVisible();
  await expectAccessible(page, "not found");
  await page.goto(organization.path("/users"));
  await expect(page.getByText("No users yet")).toBeVisible();
  await expectAccessible(page, "an empty list");
  await page.getByRole("main").getByRole("searchbox").fill("zeppelin");
  await expect(page.getByText("No user found")).toBeVisible();
  await expectAccessible(page, "nothing found");
});
