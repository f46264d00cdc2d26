// What the walks in French have in common: an organization that speaks it, and the words of what
// stands on every page.

import { Organization } from "../e2e/support/organization.mjs";
import { test as base } from "../e2e/support/test.mjs";

/** An organization of its own for each walk, in French, and so are the mails. */
export const test = base.extend({
  locale: "fr-BE",
  organization: async ({}, use) => use(await Organization.create({ name: "Atelier", language: "fr" })),
});

export const nav = (page) => page.getByRole("navigation", { name: "Navigation principale" });

/** The entry of the navigation with this name, whatever it counts or wherever it opens. */
export const entry = (page, name) => nav(page).getByRole("link", { name: new RegExp(`^${name}( \\d+| \\(.*)?$`) });

/** Opens the menu of the person who is signed in. */
export const openMenu = (page) => page.getByRole("button", { name: "Votre profil et vos préférences" }).click();

/** The names in a list of people or things. */
export const names = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");

export const row = (page, name) => page.getByRole("row", { name: new RegExp(name) });
export const box = (scope, name) => scope.getByRole("checkbox", { name, exact: true });
export const tab = (page, name) => page.getByRole("tab", { name }).click();
export const save = (page) => page.getByRole("button", { name: "Enregistrer" }).click();
export const outlook = (page) => page.getByRole("region", { name: "Ce que cela change" });

/** Calls the API with the cookies of whoever is signed in; gives status and body. */
export const ask = (page, organization, method, path, body) =>
  page.evaluate(
    async ([url, method, body]) => {
      const headers = { "x-bailiwick": "1", ...(body ? { "content-type": "application/json" } : {}) };
      const answer = await fetch(url, { method, headers, body: body ? JSON.stringify(body) : undefined });
      const text = await answer.text();
      return { status: answer.status, body: text === "" ? undefined : JSON.parse(text) };
    },
    [`/api/v1/orgs/${organization.slug}${path}`, method, body],
  );
