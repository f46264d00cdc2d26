// First run: whoever holds the set-up token creates an organization, in the browser.

import { setupToken } from "./support/api.mjs";
import { PASSWORD, freshSlug } from "./support/organization.mjs";
import { expect, field, fillInSignIn, heading, sentence, test } from "./support/test.mjs";

async function fillIn(page, { token = setupToken(), slug = freshSlug(), password = PASSWORD } = {}) {
  await field(page, "Set-up token").fill(token);
  await field(page, "Name of the organization").fill("Northern Harbours");
  await field(page, "Short name").fill(slug);
  await field(page, "First name").fill("Olga");
  await field(page, "Last name").fill("Winter");
  await field(page, "E-mail address").fill("olga@harbour.example");
  await field(page, "User name").fill("owinter");
  await field(page, "Password").fill(password);
  await page.getByRole("button", { name: "Create organization" }).click();
}

test.beforeEach(async ({ page }) => {
  await page.goto("/setup");
});

test("a token makes one organization, and no second one", async ({ page }) => {
  const token = setupToken();
  await fillIn(page, { token });
  await expect(heading(page)).toHaveText(sentence("Sign in to Northern Harbours"));
  await fillInSignIn(page, { login: "owinter", password: PASSWORD });
  await expect(heading(page)).toHaveText(sentence("Hello, Olga"));

  await page.goto("/setup");
  await fillIn(page, { token });
  await expect(page.getByRole("alert")).toContainText("This set-up token is not known, already used or expired.");
});

test("an unknown token is refused, and nothing that was typed is lost", async ({ page }) => {
  await fillIn(page, { token: "guessed" });
  await expect(page.getByRole("alert")).toContainText("This set-up token is not known, already used or expired.");
  await expect(field(page, "Name of the organization")).toHaveValue("Northern Harbours");
  await expect(field(page, "Password")).toHaveValue(PASSWORD);
});

test("an empty form is told everything that is missing", async ({ page }) => {
  await page.goto("/setup");
  await page.getByRole("button", { name: "Create organization" }).click();
  for (const label of ["Set-up token", "Name of the organization", "Short name", "First name", "Last name", "E-mail address", "User name"]) {
    await expect(field(page, label), label).toHaveAccessibleDescription(/^Fill this in\./);
  }
  await expect(field(page, "Set-up token")).toBeFocused();
});

test("a short name that is taken is refused at the field", async ({ page, organization }) => {
  await fillIn(page, { slug: organization.slug });
  await expect(field(page, "Short name")).toHaveAccessibleDescription(/^This is already in use\./);
  await expect(field(page, "Short name")).toBeFocused();
});

test("the short name follows the name until somebody types one", async ({ page }) => {
  await field(page, "Name of the organization").fill("Zoë & Café S.A.");
  await expect(field(page, "Short name")).toHaveValue("zoe-cafe-s-a");
  await field(page, "Short name").fill("zoe");
  await field(page, "Name of the organization").fill("Something else");
  await expect(field(page, "Short name")).toHaveValue("zoe");
});

test("a weak password is refused in words", async ({ page }) => {
  const weak = [
    ["too short", /^At least 15 characters/],
    ["password password", /^This is among the passwords that attackers try first/],
    ["abcabcabcabcabcabc", /^This is one pattern over and over/],
    ["northern harbours", /^This is little more than .*(northern|harbours)/i],
  ];
  for (const [password, reason] of weak) {
    await fillIn(page, { password });
    await expect(field(page, "Password")).toHaveAccessibleDescription(reason);
  }
});

test("strength shows while typing", async ({ page }) => {
  await field(page, "Password").fill("aaaa");
  await expect(page.getByText("Very easy to guess")).toBeVisible();
  await field(page, "Password").fill(PASSWORD);
  await expect(page.getByText(/^(Good|Strong)$/)).toBeVisible();
});
