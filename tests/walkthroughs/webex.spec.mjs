// The administration of a Webex carrier portal, step by step, in the words that its people use
// (French). Each step bears the number that it has in the description of that portal.

import { ANOTHER_PASSWORD, passwordIn } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, loaded, sentence, showPassword, signInTo, test } from "../e2e/support/test.mjs";

test.use({ locale: "fr-BE" });

const nav = (page) => page.getByRole("navigation", { name: "Navigation principale" });
const names = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");
const save = (page) => page.getByRole("button", { name: "Enregistrer" }).click();
const box = (page, name) => page.getByRole("checkbox", { name, exact: true });
const tab = (page, name) => page.getByRole("tab", { name }).click();

/** The carrier's demo organization: three sites, three administrators beside the owner. */
async function carrier(organization) {
  const [gand, namur] = [await organization.addSite("Gand"), await organization.addSite("Namur")];
  await organization.addSite("Liège");
  const jim = await organization.appoint("Jim Fennell", { roles: ["dashboard", "users", "administrators"], sites: [gand] });
  const justin = await organization.appoint("Justin Wagner", { roles: ["users"], sites: [gand, namur] });
  const melissa = await organization.appoint("Melissa Kiviet", { roles: ["dashboard", "sites"], sites: [namur] });
  return { gand, namur, jim, justin, melissa };
}

test("WBX-1: a local administrator manages his site, and reaches no other", async ({ page, organization }) => {
  const { gand, namur, jim } = await carrier(organization);
  const anna = await organization.addUser("Anna Peeters", { site: gand });
  const bart = await organization.addUser("Bart Claes", { site: namur });
  await signInTo(page, organization, await organization.settle(jim), `/users/${anna.id}`);
  await field(page, "Téléphone professionnel").fill("+32 9 555 01 02");
  await save(page);
  await expect(page.getByText(/ont été enregistrées/)).toBeVisible();
  await page.goto(organization.path(`/users/${bart.id}`));
  await expect(page.getByText(/^Cette page ou cet objet n’existe pas/)).toBeVisible();
  const status = await page.evaluate(async (url) => (await fetch(url)).status, `/api/v1/orgs/${organization.slug}/users/${bart.id}`);
  expect(status).toBe(404);
});

test("WBX-2, WBX-3: the profile menu in the header; the site switcher lists one's own sites only", async ({ page, organization }) => {
  const { justin } = await carrier(organization);
  await signInTo(page, organization, await organization.settle(justin));
  await page.getByRole("button", { name: "Changer de site" }).click();
  await expect(page.getByRole("menuitemradio")).toHaveText(["Tous les sites", "Gand", "Namur"]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Votre profil et vos préférences" }).click();
  await page.getByRole("menuitem", { name: "Mon compte" }).click();
  await expect(heading(page)).toHaveText("Mon compte");
});

test("WBX-4: the navigation counts, live", async ({ page, organization }) => {
  await carrier(organization);
  await signInTo(page, organization, organization.owner);
  const sections = [
    "Tableau de bord",
    /Administrateurs\s*4/,
    /Utilisateurs\s*4/,
    "Groupes",
    /Sites\s*3/,
    "Commandes",
    "Remarques",
    "Rapports",
    "Analyse",
    /Numéros\s*0/,
    /Appareils\s*0/,
    "Services",
    "Attributions",
    "Privilèges",
    /Rôles\s*19/,
    "Journal d’audit",
    "Expliquer",
    "Organisation",
    "Fonctionnalités",
    "Accès de services",
  ];
  await expect(nav(page).getByRole("link")).toHaveText(sections);
  await page.goto(organization.path("/sites/new"));
  await field(page, "Nom du site").fill("Charleroi");
  await page.getByRole("button", { name: "Ajouter un site" }).click();
  await expect(nav(page).getByRole("link", { name: /^Sites/ })).toHaveText(/Sites\s*4/);
});

test("WBX-6, WBX-7: the list of the administrators of one's group", async ({ page, organization, anotherBrowser }) => {
  const { jim } = await carrier(organization);
  await signInTo(page, organization, organization.owner, "/administrators");
  await expect(names(page)).toHaveText(["Jim Fennell", "Melissa Kiviet", "Justin Wagner", "Olga Winter"]);
  await expect(page.getByText(sentence("Affichage 1 à 4 de 4 entrées"))).toBeVisible();
  await expect(page.getByLabel("Lignes par page")).toHaveValue("10");
  await page.getByRole("columnheader", { name: "Nom d’utilisateur" }).getByRole("button").click();
  await expect(names(page)).toHaveText(["Jim Fennell", "Justin Wagner", "Melissa Kiviet", "Olga Winter"]);
  await expect(page.getByRole("link", { name: /^Créer Administrateur/ })).toBeVisible();
  await page.getByRole("row", { name: /Melissa Kiviet/ }).getByRole("link", { name: /Afficher\/Modifier/ }).click();
  await expect(heading(page)).toContainText("Melissa Kiviet");

  const his = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(his, organization, await organization.settle(jim), "/administrators");
  await expect(names(his)).toHaveText(["Jim Fennell"]);
});

test("WBX-8, WBX-16 to WBX-19: the form has the sections, fields and boxes", async ({ page, organization }) => {
  await carrier(organization);
  await signInTo(page, organization, organization.owner, "/administrators/new");
  const sections = ["Compte", "Contact principal", "Adresse", "Autorisations du site", "Autorisations des fonctionnalités"];
  for (const name of sections) {
    await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  }
  for (const name of ["Nom d’utilisateur", "Prénom", "Nom de famille", "Adresse e-mail"]) {
    await expect(field(page, name)).toHaveAttribute("aria-required", "true");
  }
  const optional = ["Second prénom", "Téléphone professionnel", "Numéro de fax", "Numéro de téléphone portable", "Numéro de téléphone fixe"];
  for (const name of optional) {
    await expect(field(page, name)).not.toHaveAttribute("aria-required", "true");
  }
  for (const name of ["Gand", "Liège", "Namur"]) {
    await expect(box(page, name)).not.toBeChecked();
  }
  await expect(box(page, "Utilisateurs")).toHaveAccessibleDescription(/voir les utilisateurs/);
});

test("WBX-11: Enregistrer keeps changes, leaving without it loses them after a question", async ({ page, organization }) => {
  const { jim } = await carrier(organization);
  await signInTo(page, organization, organization.owner, `/administrators/${jim.id}?tab=contact`);
  await field(page, "Numéro de fax").fill("+32 9 555 01 99");
  await nav(page).getByRole("link", { name: /^Sites/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Quitter sans enregistrer" }).click();
  await page.goto(organization.path(`/administrators/${jim.id}?tab=contact`));
  await expect(field(page, "Numéro de fax")).toHaveValue("");
  await field(page, "Numéro de fax").fill("+32 9 555 01 99");
  await save(page);
  await expect(page.getByText(/ont été enregistrées/)).toBeVisible();
  await page.reload();
  await expect(field(page, "Numéro de fax")).toHaveValue("+32 9 555 01 99");
});

test("WBX-12: the user name may be changed; one signs in with the new one", async ({ page, organization, anotherBrowser }) => {
  const { jim } = await carrier(organization);
  const settled = await organization.settle(jim);
  await signInTo(page, organization, organization.owner, `/administrators/${jim.id}`);
  await field(page, "Nom d’utilisateur").fill("jwagner");
  await save(page);
  await expect(field(page, "Nom d’utilisateur")).toHaveAccessibleDescription(/déjà utilisé/);
  await field(page, "Nom d’utilisateur").fill("jim.fennell");
  await save(page);
  await expect(page.getByText(/ont été enregistrées/)).toBeVisible();
  const his = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(his, organization, { ...settled, login: "jim.fennell" });
  await expect(heading(his)).toHaveText(sentence("Bonjour Jim"));
});

test("WBX-13, WBX-20: a sub-administrator appoints with what he holds himself; parent and child name each other", async ({ page, organization }) => {
  const { jim } = await carrier(organization);
  await signInTo(page, organization, await organization.settle(jim), "/administrators/new");
  await loaded(page);
  await expect(box(page, "Toute l’organisation")).toBeDisabled();
  await expect(box(page, "Namur")).toHaveCount(0);
  await box(page, "Gand").check();
  await expect(box(page, "Rôles")).toBeDisabled();
  await expect(box(page, "Rôles")).toHaveAccessibleDescription(/il vous manque le droit de/);
  await field(page, "Prénom").fill("Koen");
  await field(page, "Nom de famille").fill("Maes");
  await field(page, "Adresse e-mail").fill("koen@harbour.example");
  await box(page, "Utilisateurs").check();
  await showPassword(page);
  await page.getByRole("button", { name: "Créer Administrateur" }).click();
  await page.getByRole("button", { name: "Je l’ai transmis" }).click();
  await expect(heading(page)).toContainText("Koen Maes");
  await expect(page.getByRole("tabpanel")).toContainText(/Utilisateur parent\s*Jim Fennell/);
  await page.getByRole("link", { name: "Jim Fennell" }).click();
  await expect(page.getByRole("tabpanel")).toContainText(/Utilisateur enfant\s*Koen Maes/);
});

test("WBX-14: Désactiver l'administrateur ends sign-in and sessions at once", async ({ page, organization, anotherBrowser }) => {
  const { justin } = await carrier(organization);
  const settled = await organization.settle(justin);
  const his = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(his, organization, settled, "/users");
  await signInTo(page, organization, organization.owner, `/administrators/${justin.id}`);
  await page.getByRole("button", { name: "Désactiver l’administrateur" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Désactiver l’administrateur" }).click();
  await expect(page.getByRole("button", { name: "Activer l’administrateur", exact: true })).toBeVisible();
  await his.reload();
  await expect(heading(his)).toHaveText(/^Connexion à/);
  await fillInSignIn(his, settled);
  await expect(his.getByRole("alert")).toContainText("ce compte ne peut pas se connecter");
});

test("WBX-15: Réinitialisation du mot de passe mails a temporary one that must be changed to whom it is about", async ({ page, organization, anotherBrowser }) => {
  const { melissa } = await carrier(organization);
  await signInTo(page, organization, organization.owner, `/administrators/${melissa.id}`);
  await page.getByRole("button", { name: "Réinitialisation du mot de passe" }).click();
  const why = "Un e-mail lui sera envoyé avec un mot de passe temporaire qui devra être modifié à la prochaine connexion.";
  await expect(page.getByRole("dialog")).toContainText(why);
  await page.getByRole("dialog").getByRole("button", { name: "Réinitialisation du mot de passe" }).click();
  const password = passwordIn(await organization.mailTo(melissa, /temporary password/));
  await expect(page.getByText(password)).toHaveCount(0);
  const hers = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(hers, organization, { ...melissa, password });
  await expect(heading(hers)).toHaveText("Choisissez votre mot de passe");
  await field(hers, "Mot de passe actuel").fill(password);
  await field(hers, "Nouveau mot de passe").fill(ANOTHER_PASSWORD);
  await hers.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(heading(hers)).toHaveText(sentence("Bonjour Melissa"));
});

test("WBX-18: sites are searched and paged; ticks stay, and unticking takes access away", async ({ page, organization, anotherBrowser }) => {
  const { justin } = await carrier(organization);
  for (const name of ["Alost", "Bruges", "Courtrai", "Dinant", "Eupen", "Furnes", "Genk", "Hasselt", "Ixelles"]) {
    await organization.addSite(name);
  }
  const his = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(his, organization, await organization.settle(justin), "/sites");
  await expect(his.getByRole("rowheader")).toHaveText(["Gand", "Namur"]);

  await signInTo(page, organization, organization.owner, `/administrators/${justin.id}`);
  await tab(page, "Autorisations du site");
  const panel = page.getByRole("tabpanel");
  await panel.getByRole("searchbox").fill("nam");
  await expect(panel.getByRole("checkbox", { name: "Gand" })).toHaveCount(0);
  await box(panel, "Namur").uncheck();
  await panel.getByRole("searchbox").fill("bru");
  await box(panel, "Bruges").check();
  await panel.getByRole("searchbox").fill("gand");
  await expect(box(panel, "Gand")).toBeChecked();
  await save(page);
  await expect(page.getByText(/ont été enregistrées/)).toBeVisible();
  await his.reload();
  await expect(his.getByRole("rowheader")).toHaveText(["Bruges", "Gand"]);
});
