// No violation that axe can find, in light and dark, wide and narrow, on any page in any state.

import { expectAccessible } from "./support/axe.mjs";
import { PAGES, furnish } from "./support/pages.mjs";
import { expect, field, fillInSignIn, heading, loaded, signInTo, test } from "./support/test.mjs";

test("pages before sign-in", async ({ page, organization }) => {
  const pages = { "choose an organization": "/", "set up": "/setup", "no such page": "/nowhere", "sign in": organization.path("/sign-in") };
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path);
    await loaded(page);
    await expectAccessible(page, name);
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

// Several at a time, so that both workers have something to do.
const half = Math.ceil(PAGES.length / 2);
for (const names of [PAGES.slice(0, half), PAGES.slice(half)]) {
  test(`pages: ${names.join(", ")}`, async ({ page, organization }) => {
    const addresses = await furnish(organization);
    await signInTo(page, organization, organization.owner);
    for (const name of names) {
      await page.goto(organization.path(addresses[name]));
      await loaded(page);
      await expectAccessible(page, name);
    }
  });
}
