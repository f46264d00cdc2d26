// The password policy as the administration center of a remote support product has it, step by
// step, in the words that its people use (Dutch). Each step bears the number that it has in the
// description of that product.

import { expectAccessible } from "../e2e/support/axe.mjs";
import { Api } from "../e2e/support/api.mjs";
import { codeOf } from "../e2e/support/codes.mjs";
import { ANOTHER_PASSWORD } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, pick, signInTo, test } from "../e2e/support/test.mjs";

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

/** Sets two-step verification up on the card that asks for it; gives the key. */
async function setUpTwoSteps(page) {
  await expect(heading(page)).toHaveText("Tweestapsverificatie instellen");
  const key = await page.getByLabel("Sleutel voor de app").textContent();
  await field(page, "Code uit uw app").fill(codeOf(key));
  await press(page, "Inschakelen");
  await press(page, "Ik heb ze bewaard");
  return key;
}

/** Chooses of whom it is required. */
async function requireOf(page, whom) {
  await field(page, "Verplicht voor").selectOption(whom);
  await press(page, "Tweestapsverificatie opslaan");
}

test("RSC-12: two-step verification is required of a role and of a technician group; changing that keeps what people have", async ({
  page,
  organization,
  anotherBrowser,
}) => {
  test.setTimeout(120_000);
  const technicians = await organization.addGroup("Technici");
  const night = await organization.addGroup("Nachtploeg", { parent: technicians });
  await organization.call("POST", "/roles", { details: { name: "Helpdesk", permissions: ["users:view"] } });
  const henk = await organization.settle(await organization.appoint("Henk Maas", { roles: ["Helpdesk"] }));
  const joke = await organization.settle(await organization.addUser("Joke Smit"));
  const piet = await organization.settle(await organization.addUser("Piet Bos"));
  await organization.join(night, joke);
  const his = await anotherBrowser();
  await signInTo(his, organization, henk, "/users");

  await open(page, organization);
  await expect(page.getByText(/^Wie tweestapsverificatie nog niet heeft ingesteld, doet dat bij de volgende klik/)).toBeVisible();
  await field(page, "Verplicht voor").selectOption("Bepaalde rollen en groepen");
  await field(page, "Zoeken in deze lijst").fill("desk");
  await page.getByRole("checkbox", { name: "Helpdesk" }).check();
  await pick(page, "Groepen", "Technici");
  await expectAccessible(page, "two steps required of a role and a group");
  await press(page, "Tweestapsverificatie opslaan");
  await expect(page.getByText("Uw wijzigingen zijn opgeslagen.")).toBeVisible();

  let key;
  await test.step("RSC-12: whoever holds the role sets it up at the next click, and goes on there", async () => {
    await his.getByRole("button", { name: "Uw profiel en voorkeuren" }).click();
    await his.getByRole("menuitem", { name: "Mijn account" }).click();
    key = await setUpTwoSteps(his);
    await expect(heading(his)).toHaveText("Mijn account");
  });
  await test.step("RSC-12: so does a technician of a group below the one that was chosen, and nobody else", async () => {
    const hers = await signedIn(await anotherBrowser(), organization, joke);
    await setUpTwoSteps(hers);
    await expect(hers.getByRole("banner")).toContainText("Joke Smit");
    const free = await signedIn(await anotherBrowser(), organization, piet);
    await expect(free.getByRole("banner")).toContainText("Piet Bos");
  });
  await test.step("RSC-12: when it is required of nobody any more, what people have set up stays", async () => {
    await requireOf(page, "Niemand");
    await expect(field(page, "Verplicht voor")).toHaveValue("nobody");
    await his.context().clearCookies();
    await signedIn(his, organization, henk);
    await expect(heading(his)).toHaveText("Voer uw code in");
    await field(his, "Code uit uw app").fill(codeOf(key, 1));
    await press(his, "Doorgaan");
    await expect(his.getByRole("banner")).toContainText("Henk Maas");
  });
});
