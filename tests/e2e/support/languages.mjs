// The languages of the console, chosen where people choose them.

import { expect, loaded } from "./test.mjs";

const NAMES = { fr: "Français", nl: "Nederlands", en: "English" };
/** The menu in which the language is: before sign-in, and afterwards. */
const MENU = new RegExp(
  [
    "Language and theme|Your profile and preferences",
    "Langue et thème|Votre profil et vos préférences",
    "Taal en thema|Uw profiel en voorkeuren",
  ].join("|"),
);

/** Expects that no word is missing on the page in any language; it speaks English before and afterwards. */
export async function expectAllWords(page, what) {
  for (const [tag, name] of Object.entries(NAMES)) {
    await page.getByRole("button", { name: MENU }).click();
    await page.getByRole("menuitemradio", { name, exact: true }).click();
    await expect(page.locator("html")).toHaveAttribute("lang", tag);
    await loaded(page);
    const missing = (await page.content()).match(/⟦[^⟧]*⟧/g);
    expect.soft(missing, `${what}, ${tag}`).toBeNull();
  }
}
