// The console speaks English, French and Dutch. That no page lacks words in any of them is seen where every page is
// opened anyway, in accessibility.spec.mjs.

import { expect, field, fillInSignIn, heading, signInTo, test } from "./support/test.mjs";

const LANGUAGES = [
  { tag: "en", locale: "en-GB", home: /Hello/, users: "Users" },
  { tag: "fr", locale: "fr-BE", home: /Bonjour/, users: "Utilisateurs" },
  { tag: "nl", locale: "nl-BE", home: /Dag|Hallo/, users: "Gebruikers" },
];

for (const { tag, locale, home, users } of LANGUAGES) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the console speaks the browser's language", async ({ page, organization }) => {
      await page.goto(organization.path("/sign-in"));
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      await fillInSignIn(page, organization.owner);
      await expect(page.getByRole("heading", { level: 1, name: home })).toBeVisible();
      await page.goto(organization.path("/users"));
      await expect(heading(page)).toHaveText(users);
    });
  });
}

test("a language chosen before signing in goes on afterwards, and survives a reload", async ({ page, organization }) => {
  await page.goto(organization.path("/sign-in"));
  await page.getByRole("button", { name: "Language and theme" }).click();
  await page.getByRole("menuitemradio", { name: "Nederlands" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await fillInSignIn(page, organization.owner);
  await expect(page.getByRole("link", { name: /^Gebruikers/ })).not.toHaveCount(0);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "nl");
  await expect(page.getByRole("link", { name: /^Gebruikers/ })).not.toHaveCount(0);
});

test("changing the language keeps what is typed", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/users/new");
  await field(page, "First name").fill("Ada");
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  await page.getByRole("menuitemradio", { name: "Français" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(field(page, "Prénom")).toHaveValue("Ada");
});

test("the theme is chosen here and survives a reload", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner);
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  await page.getByRole("menuitemradio", { name: "Dark theme" }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect(heading(page)).toBeVisible();
  expect(await background()).toBe(dark);
});
