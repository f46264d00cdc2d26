// What every test stands on: an organization of its own, browsers that are watched, and the
// few steps that most stories begin with.

import { test as base, expect } from "@playwright/test";

import { origin } from "./api.mjs";
import { Organization } from "./organization.mjs";
import { watch } from "./watch.mjs";

export { expect };

export const test = base.extend({
  /** An organization for this test alone. */
  organization: async ({}, use) => use(await Organization.create()),

  /** Opens one more browser, with cookies of its own: another person, or another device. */
  anotherBrowser: async ({ browser }, use) => {
    const opened = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      opened.push({ context, wrong: watch(context) });
      return context.newPage();
    });
    for (const { context, wrong } of opened) {
      await context.close();
      expect(wrong).toEqual([]);
    }
  },

  /** Nothing went wrong on the side. */
  nothingWrong: [
    async ({ context }, use) => {
      const wrong = watch(context);
      await use();
      expect(wrong).toEqual([]);
    },
    { auto: true },
  ],
});

/** The heading that names the page. */
export const heading = (page) => page.getByRole("heading", { level: 1 });

/** A field of a form by its label, with or without the star of fields that must be filled in. */
export const field = (scope, label) => scope.getByLabel(new RegExp(`^${escaped(label)}( \\*)?$`));

/** Picks one of very many in a field that searches: types words, and takes what was found. */
export async function pick(scope, label, words, found = new RegExp(`^${escaped(words)}`)) {
  await scope.getByRole("combobox", { name: label }).fill(words);
  await scope.getByRole("option", { name: found }).click();
}

/**
 * Matches a sentence. What people typed stands in it between invisible marks, which isolate
 * its direction from that of the sentence; and in French, lines do not break at some spaces.
 */
export const sentence = (text) => {
  const signs = [...text].map((sign) => (sign === " " ? "[ \u00a0]" : escaped(sign)));
  return new RegExp(signs.join("[\u2068\u2069]*"));
};

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const SIGN_IN = {
  en: { login: "User name or e-mail address", password: "Password", enter: "Sign in" },
  fr: { login: "Nom d’utilisateur ou adresse e-mail", password: "Mot de passe", enter: "Se connecter" },
  nl: { login: "Gebruikersnaam of e-mailadres", password: "Wachtwoord", enter: "Aanmelden" },
};

/** Fills in the sign-in page that one is on, in the language that it speaks. */
export async function fillInSignIn(page, { login, password }) {
  await expect(heading(page)).toBeVisible();
  const words = SIGN_IN[await page.locator("html").getAttribute("lang")];
  await field(page, words.login).fill(login);
  await field(page, words.password).fill(password);
  await page.getByRole("button", { name: words.enter, exact: true }).click();
}

const SHOW_ONCE = {
  en: { label: "How it reaches the person", option: "Show it to me once" },
  fr: { label: "Comment il parvient à la personne", option: "Me le montrer une fois" },
  nl: { label: "Hoe het de persoon bereikt", option: "Eén keer aan mij tonen" },
};

/** Chooses that a temporary password is shown instead of mailed, in a form or a dialog. */
export async function showPassword(page, scope = page) {
  const words = SHOW_ONCE[await page.locator("html").getAttribute("lang")];
  await field(scope, words.label).selectOption(words.option);
}

/**
 * Goes to a page of an organization as somebody, who signs in without the page for it: a test that is
 * about signing in uses `fillInSignIn`.
 */
export async function signInTo(page, organization, { login, password }, to = "") {
  const answer = await page.context().request.post(`${origin}/api/v1/orgs/${organization.slug}/session`, {
    headers: { origin, "x-bailiwick": "1" },
    data: { login, password },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await page.goto(organization.path(to));
  await expect(page).not.toHaveURL(/sign-in/);
  await expect(heading(page)).toBeVisible();
}

/** Goes on to another page by a link, which does not load the console anew. */
export async function follow(page, path) {
  await page.evaluate((href) => {
    const link = document.createElement("a");
    Object.assign(link, { href });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
  // The address changes once the page is there.
  await page.waitForURL(path);
  await loaded(page);
}

/** Waits until the page has a heading and nothing on it is still on its way. */
export async function loaded(page) {
  await expect(heading(page)).toBeVisible();
  await expect(page.getByText(/^(Loading|Chargement|Laden)…$/)).toHaveCount(0);
}
