// Everything with the keyboard alone: no test here points at anything.

import { expect, field, loaded, signInTo, test } from "./support/test.mjs";

const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

/** Presses Tab until the focus is there. */
async function tabTo(page, target, most = 40) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("signing in", async ({ page, organization }) => {
  await page.goto(organization.path("/sign-in"));
  await loaded(page);
  await tabTo(page, field(page, "User name or e-mail address"));
  await page.keyboard.type(organization.owner.login);
  await press(page, "Tab");
  await expect(field(page, "Password")).toBeFocused();
  await page.keyboard.type(organization.owner.password);
  await press(page, "Enter");
  const heading = page.getByRole("heading", { level: 1, name: /Olga/ });
  await expect(heading).toBeFocused();
});

test("the skip link is the first stop and leads to the content", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner);
  await page.reload();
  await loaded(page);
  await press(page, "Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await press(page, "Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("the profile menu: opens, moves, finds by letter, closes and gives the focus back", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner);
  const button = page.getByRole("button", { name: "Your profile and preferences" });
  const entry = (name) => page.getByRole("menuitem", { name }).or(page.getByRole("menuitemradio", { name }));
  await tabTo(page, button);
  await press(page, "Enter");
  await expect(entry("My account")).toBeFocused();
  await press(page, "ArrowDown");
  await expect(entry("Sign-in details")).toBeFocused();
  await press(page, "End");
  await expect(entry("Sign out")).toBeFocused();
  await press(page, "ArrowDown");
  await expect(entry("My account")).toBeFocused();
  await press(page, "n");
  await expect(entry("Notices")).toBeFocused();
  await press(page, "n");
  await expect(entry("Nederlands")).toBeFocused();
  await press(page, "Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(button).toBeFocused();

  await press(page, "ArrowDown", "f", "Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("tabs follow the arrows, headers order by Enter and by Space", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, `/administrators/${organization.owner.id}`);
  const tabs = page.getByRole("tab");
  await tabTo(page, tabs.first());
  await press(page, "ArrowRight");
  await expect(tabs.nth(1)).toBeFocused();
  await expect(tabs.nth(1)).toHaveAttribute("aria-selected", "true");
  await press(page, "End");
  await expect(tabs.last()).toBeFocused();
  await press(page, "ArrowRight");
  await expect(tabs.first()).toHaveAttribute("aria-selected", "true");

  await page.goto(organization.path("/users"));
  await loaded(page);
  const header = page.getByRole("columnheader", { name: "User name" });
  await tabTo(page, header.getByRole("button"));
  await press(page, "Enter");
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await press(page, "Space");
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await expect(header.getByRole("button")).toBeFocused();
});

test("arriving on another page puts the focus on its heading", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner);
  await tabTo(page, page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: /^Users/ }));
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Users" })).toBeFocused();
});

test("appointing an administrator, to the dialog and back", async ({ page, organization }) => {
  await organization.addSite("North");
  await signInTo(page, organization, organization.owner, "/administrators");
  await tabTo(page, page.getByRole("link", { name: "Create administrator" }));
  await press(page, "Enter");
  for (const [label, text] of [["First name", "Ada"], ["Last name", "Moor"], ["E-mail address", "ada@harbour.example"]]) {
    await tabTo(page, field(page, label));
    await page.keyboard.type(text);
  }
  for (const name of ["North", "Users"]) {
    await tabTo(page, page.getByRole("checkbox", { name, exact: true }));
    await press(page, "Space");
  }
  await tabTo(page, field(page, "How it reaches the person"));
  await page.keyboard.type("Show");
  await tabTo(page, page.getByRole("button", { name: "Create administrator" }));
  await press(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Temporary password" });
  await expect(dialog).toBeVisible();
  await tabTo(page, dialog.getByRole("button", { name: "I have handed it on" }));
  await press(page, "Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Ada Moor" })).toBeFocused();
});

test("a dialog holds the focus, closes by Escape and gives the focus back", async ({ page, organization }) => {
  const uma = await organization.addUser("Uma Field");
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  const disable = page.getByRole("button", { name: "Disable user" });
  await tabTo(page, disable);
  await press(page, "Enter");
  const dialog = page.getByRole("dialog", { name: "Disable user" });
  await expect(dialog).toBeVisible();
  for (let at = 0; at < 6; at += 1) {
    await press(page, "Tab");
    const inside = await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("dialog") !== null);
    expect(inside).toBe(true);
  }
  await press(page, "Escape");
  await expect(dialog).toBeHidden();
  await expect(disable).toBeFocused();
});
