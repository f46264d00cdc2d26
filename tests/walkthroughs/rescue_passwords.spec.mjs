// The password policy as the administration center of a remote support product has it, step by
// step, in the words that its people use (Dutch). Each step bears the number that it has in the
// description of that product.

import { expectAccessible } from "../e2e/support/axe.mjs";
import { Api } from "../e2e/support/api.mjs";
import { ANOTHER_PASSWORD } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, signInTo, test } from "../e2e/support/test.mjs";

test.use({ locale: "nl-BE" });

const FORCED =
  "Wijzigingen van beheerderswachtwoord dwingen gebruiker om het wachtwoord bij volgende aanmelding te wijzigen";
const STRENGTH = "Minimale wachtwoordsterkte";
/** Long enough for any strength, and nothing but what is tried first. */
const COMMON = "dragonmonkeysunshine20";
const nav = (page) => page.getByRole("navigation", { name: "Hoofdnavigatie" });
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();

async function open(page, organization) {
  await signInTo(page, organization, organization.owner, "/users");
  await nav(page).getByRole("link", { name: "Wachtwoordbeleid" }).click();
  await expect(heading(page)).toHaveText("Wachtwoordbeleid");
}

async function save(page) {
  await press(page, "Opslaan");
  await expect(page.getByRole("button", { name: "Opslaan", exact: true })).toBeDisabled();
}

async function signedIn(page, organization, account) {
  await page.goto(organization.path("/sign-in"));
  await fillInSignIn(page, account);
  return page;
}

test("RSC-8: a switch says whether a password that an administrator sets must be changed", async ({
  page,
  organization,
  anotherBrowser,
}) => {
  await open(page, organization);
  await expectAccessible(page, "password policy");
  const forced = page.getByRole("checkbox", { name: FORCED });
  await expect(forced).toBeChecked();
  await forced.uncheck();
  await save(page);
  const henk = await organization.addUser("Henk Maas");
  const his = await signedIn(await anotherBrowser(), organization, henk);
  await expect(his.getByRole("banner")).toContainText("Henk Maas");

  await forced.check();
  await save(page);
  const joke = await organization.addUser("Joke Smit");
  const hers = await signedIn(await anotherBrowser(), organization, joke);
  await expect(heading(hers)).toHaveText("Kies uw eigen wachtwoord");
});

test("RSC-9: one of three strengths holds for everybody, in the form and at the edge", async ({
  page,
  organization,
  anotherBrowser,
}) => {
  await open(page, organization);
  const strength = field(page, STRENGTH);
  await expect(strength).toHaveAccessibleDescription(/^Minstens 15 tekens/);
  expect(await strength.getByRole("option").allTextContents()).toEqual(["Goed", "Sterk", "Uitstekend"]);
  await strength.selectOption("Sterk");
  await expect(strength).toHaveAccessibleDescription(/^Minstens 18 tekens/);
  await save(page);
  await page.reload();
  await expect(strength).toHaveValue("strong");

  const joke = await organization.addUser("Joke Smit");
  const hers = await signedIn(await anotherBrowser(), organization, joke);
  await field(hers, "Huidig wachtwoord").fill(joke.password);
  const chosen = field(hers, "Nieuw wachtwoord");
  const refused = async (password, why) => {
    await chosen.fill(password);
    await press(hers, "Wachtwoord wijzigen");
    await expect(chosen).toHaveAccessibleDescription(why);
  };
  await refused("zeven lantaarns a", /^Minstens 18 tekens/);
  await refused(COMMON, /^Dit is een van de wachtwoorden die aanvallers het eerst proberen/);
  // The edge says the same to who comes without the form.
  const change = { current_password: joke.password, new_password: COMMON };
  const api = new Api();
  await api.call("POST", `/orgs/${organization.slug}/session`, { login: joke.login, password: joke.password });
  const asked = api.call("POST", `/orgs/${organization.slug}/session/password`, change);
  await expect(asked).rejects.toThrow("password_common");
  await chosen.fill(ANOTHER_PASSWORD);
  await press(hers, "Wachtwoord wijzigen");
  await expect(hers.getByRole("banner")).toContainText("Joke Smit");
});

test("RSC-12: who administers a part of the organization sees no settings that hold for all of it", async ({
  page,
  organization,
}) => {
  const ghent = await organization.addSite("Gent");
  const delegate = await organization.settle(
    await organization.appoint("Bert Claes", { roles: ["administrators"], sites: [ghent] }),
  );
  await signInTo(page, organization, delegate, "/administrators");
  await expect(nav(page).getByRole("link", { name: /^Beheerders/ })).toBeVisible();
  await expect(nav(page).getByRole("link", { name: "Wachtwoordbeleid" })).toHaveCount(0);
  await page.goto(organization.path("/password-policy"));
  await expect(page.getByText("Geen toegang")).toBeVisible();
  await expect(page.getByText(/Olga Winter/)).toBeVisible();
});
