// The administration of a Cisco Registered Envelope Service account, step by step, in the words
// that its people use: Dutch and French. Each step bears the number that it has in the description
// of that service.

import { ANOTHER_PASSWORD, Organization, PASSWORD, person } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, loaded, sentence, signInTo, test } from "../e2e/support/test.mjs";

const TEMPORARY = "eleven amber windmills in the fog";

const LANGUAGES = {
  nl: {
    locale: "nl-BE",
    administrators: "Accountbeheerders",
    groupName: "Groepsnaam",
    addGroup: "Groep toevoegen",
    shown: (count) => `${count} groep(en) weergegeven.`,
    required: "Vul dit in.",
    taken: "Dit is al in gebruik. Kies iets anders.",
    deleteGroup: "Groep verwijderen",
    builtIn: /^Deze groep hoort bij het product/,
    userId: "Gebruikersnaam",
    addToGroup: "Toevoegen aan groep",
    unknown: "Kan geen niet-bestaande gebruiker toevoegen.",
    noAddress: /^Dit is geen e-mailadres\./,
    member: "Deze persoon is al lid van de groep.",
    joined: (name) => `${name} is nu lid van de groep.`,
    joinedDisabled: (name) => `${name} is nu lid van de groep, maar is uitgeschakeld`,
    invite: "Uitnodigen",
    invited: (email) => `Er is een uitnodiging onderweg naar ${email}.`,
    inviteSubject: /nodigt u uit bij Harbour$/,
    createUser: "Gebruiker aanmaken",
    users: "Gebruikers",
    addUser: "Gebruiker toevoegen",
    userName: "Gebruikersnaam",
    email: "E-mailadres",
    given: "Voornaam",
    family: "Achternaam",
    how: "Hoe het de persoon bereikt",
    type: "Het tijdelijke wachtwoord zelf typen",
    password: "Wachtwoord",
    confirm: "Wachtwoord bevestigen",
    enforce: "Wachtwoord afdwingen",
    save: "Opslaan",
    mismatch: "De twee wachtwoorden zijn niet gelijk. Typ twee keer hetzelfde.",
    short: /^Minstens 15 tekens\./,
    common: /^Dit is een van de wachtwoorden die aanvallers het eerst proberen/,
    lookAlike: /^Dit is nauwelijks te onderscheiden/,
    added: (email) => `Gebruiker <${email}> toegevoegd.`,
    ownPassword: "Kies uw eigen wachtwoord",
    current: "Huidig wachtwoord",
    next: "Nieuw wachtwoord",
    change: "Wachtwoord wijzigen",
    language: "Taal",
    zone: "Tijdzone",
    notices: "Berichten ook per e-mail",
    accept: "Mijn account maken",
    account: "Mijn account",
    onOneself: /^Dit kunt u niet met uw eigen account doen/,
    remove: "Verwijderen",
    removeTitle: "Lid verwijderen",
    left: (name, group) => `${name} heeft de groep ${group} verlaten.`,
    nobody: "Niemand die u mag zien",
    noAccess: "Geen toegang",
    refused: /^Deze link is al gebruikt/,
  },
  fr: {
    locale: "fr-BE",
    administrators: "Administrateurs de compte",
    groupName: "Nom du groupe",
    addGroup: "Ajouter un groupe",
    shown: (count) => `Affichage de ${count} groupe(s).`,
    required: "Remplissez ce champ.",
    taken: "C’est déjà utilisé. Choisissez autre chose.",
    deleteGroup: "Supprimer le groupe",
    builtIn: /^Ce groupe fait partie du produit/,
    userId: "ID utilisateur",
    addToGroup: "Ajouter au groupe",
    unknown: "Impossible d'ajouter un utilisateur inexistant.",
    noAddress: /^Ce n’est pas une adresse e-mail\./,
    member: "Cette personne est déjà membre du groupe.",
    joined: (name) => `${name} fait maintenant partie du groupe.`,
    joinedDisabled: (name) => `${name} a rejoint le groupe, mais son compte est désactivé`,
    invite: "Inviter",
    invited: (email) => `Une invitation est en route vers ${email}.`,
    inviteSubject: /vous invite chez Harbour$/,
    createUser: "Créer l’utilisateur",
    users: "Utilisateurs",
    addUser: "Ajouter un utilisateur",
    userName: "Nom d’utilisateur",
    email: "Adresse e-mail",
    given: "Prénom",
    family: "Nom de famille",
    how: "Comment il parvient à la personne",
    type: "Saisir moi-même le mot de passe temporaire",
    password: "Mot de passe",
    confirm: "Confirmer le mot de passe",
    enforce: "Appliquer l'expiration du mot de passe",
    save: "Enregistrer",
    mismatch: "Les deux mots de passe ne sont pas identiques. Saisissez deux fois le même.",
    short: /^Au moins 15 caractères\./,
    common: /^Ce mot de passe est parmi les premiers que les attaquants essaient/,
    lookAlike: /^Cela se distingue à peine/,
    added: (email) => `Utilisateur <${email}> ajouté.`,
    ownPassword: "Choisissez votre mot de passe",
    current: "Mot de passe actuel",
    next: "Nouveau mot de passe",
    change: "Changer le mot de passe",
    language: "Langue",
    zone: "Fuseau horaire",
    notices: "Recevoir aussi les avis par e-mail",
    accept: "Créer mon compte",
    account: "Mon compte",
    onOneself: /^Vous ne pouvez pas faire cela à votre propre compte/,
    remove: "Retirer",
    removeTitle: "Retirer un membre",
    left: (name, group) => `${name} a quitté le groupe ${group}.`,
    nobody: "Personne que vous puissiez voir",
    noAccess: "Accès refusé",
    refused: /^Ce lien a déjà servi/,
  },
};

/** Lets administrators type temporary passwords. */
async function allowTyping(organization) {
  const { version, settings } = await organization.call("GET", "/settings");
  settings.password_policy.administrators_type_passwords = true;
  await organization.call("PUT", "/settings", { version, settings });
}

/** The group that every organization has. */
async function builtIn(organization) {
  const groups = await organization.call("GET", "/groups");
  return groups.items.find((group) => group.built_in).id;
}

/** The address that a mail leads to. */
const linkIn = (mail) => mail.text.match(/\S+#\S+/)[0];

for (const [language, w] of Object.entries(LANGUAGES)) {
  test.describe(language, () => {
    test.use({ locale: w.locale });
    const start = () => Organization.create({ language });
    const members = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");
    const addByAddress = async (page, email) => {
      await field(page, w.userId).fill(email);
      await page.getByRole("button", { name: w.addToGroup }).click();
    };

    test("CRES-5, CRES-6: a group is added and counted; the built-in one is there, and stays", async ({ page }) => {
      const organization = await start();
      await signInTo(page, organization, organization.owner, "/groups?view=table");
      await expect(page.getByRole("rowheader")).toHaveText([w.administrators]);
      await expect(page.getByText(sentence(w.shown(1)))).toBeVisible();
      await page.getByRole("button", { name: w.addGroup }).click();
      await expect(field(page, w.groupName)).toHaveAccessibleDescription(w.required);
      await field(page, w.groupName).fill(` ${w.administrators.toUpperCase()} `);
      await page.getByRole("button", { name: w.addGroup }).click();
      await expect(field(page, w.groupName)).toHaveAccessibleDescription(w.taken);
      await field(page, w.groupName).fill("Zwin");
      await page.getByRole("button", { name: w.addGroup }).click();
      await expect(page.getByRole("rowheader")).toHaveText([w.administrators, "Zwin"]);
      await expect(page.getByText(sentence(w.shown(2)))).toBeVisible();
      // The first icon leads to the members.
      await page.getByRole("row", { name: w.administrators }).getByRole("link").first().click();
      await expect(heading(page)).toHaveText(w.administrators);
      await expect(field(page, w.userId)).toBeVisible();
      await expect(page.getByRole("button", { name: w.deleteGroup })).toHaveAccessibleDescription(w.builtIn);
    });

    test("CRES-7, CRES-8, CRES-16: whoever is added by address administers at once, in a session that is open", async ({ page, anotherBrowser }) => {
      const organization = await start();
      const uma = await organization.settle(await organization.addUser("Uma Field"));
      const hers = await anotherBrowser({ locale: w.locale });
      await signInTo(hers, organization, uma, "/users");
      await expect(hers.getByText(w.noAccess)).toBeVisible();
      await signInTo(page, organization, organization.owner, `/groups/${await builtIn(organization)}`);
      await addByAddress(page, "  UFIELD@harbour.example ");
      await expect(page.getByText(sentence(w.joined("Uma Field")))).toBeVisible();
      await expect(members(page)).toHaveText(["Uma Field"]);
      await hers.reload();
      await expect(hers.getByRole("rowheader", { name: "Olga Winter" })).toBeVisible();
    });

    test("CRES-2, CRES-9, CRES-10, CRES-19: an unknown address is told so, invited, enrolled, and joins by itself", async ({ page, anotherBrowser }) => {
      const organization = await start();
      await signInTo(page, organization, organization.owner, `/groups/${await builtIn(organization)}`);
      await addByAddress(page, "");
      await expect(field(page, w.userId)).toHaveAccessibleDescription(w.required);
      await addByAddress(page, "vera peeters@harbour.example");
      await expect(field(page, w.userId)).toHaveAccessibleDescription(w.noAddress);
      await addByAddress(page, "vpeeters@harbour.example");
      await expect(field(page, w.userId)).toHaveAccessibleDescription(w.unknown);
      await page.getByRole("button", { name: w.invite }).click();
      await expect(page.getByText(sentence(w.invited("vpeeters@harbour.example")))).toBeVisible();
      const link = linkIn(await organization.mailTo({ login: "vpeeters" }, w.inviteSubject));

      const hers = await anotherBrowser({ locale: w.locale });
      await hers.goto(link);
      await expect(field(hers, w.userName)).toHaveValue("vpeeters");
      expect(new URL(hers.url()).hash).toBe("");
      await field(hers, w.given).fill("Vera");
      await field(hers, w.family).fill("Peeters");
      await field(hers, w.password).fill("lantern");
      await hers.getByRole("button", { name: w.accept }).click();
      await expect(field(hers, w.password)).toHaveAccessibleDescription(w.short);
      await field(hers, w.password).fill(PASSWORD);
      await hers.getByRole("button", { name: w.accept }).click();
      await expect(hers).not.toHaveURL(/invitation/);
      await loaded(hers);
      await page.reload();
      await expect(members(page)).toHaveText(["Vera Peeters"]);
      // The link works once.
      const again = await anotherBrowser({ locale: w.locale });
      await again.goto(link);
      await expect(again.getByRole("alert")).toHaveText(w.refused);
    });

    test("CRES-11 to CRES-16, CRES-19: the user is created instead, with a temporary password, and joins by itself", async ({ page }) => {
      const organization = await start();
      await allowTyping(organization);
      await signInTo(page, organization, organization.owner, `/groups/${await builtIn(organization)}`);
      await addByAddress(page, "vpeeters@harbour.example");
      await page.getByRole("link", { name: w.createUser }).click();
      await expect(heading(page)).toHaveText(w.addUser);
      await expect(field(page, w.email)).toHaveValue("vpeeters@harbour.example");
      await expect(field(page, w.userName)).toHaveValue("vpeeters");
      await field(page, w.how).selectOption(w.type);
      const save = () => page.getByRole("button", { name: w.save }).click();
      // Every blank, each at its field.
      await field(page, w.userName).fill("");
      await save();
      for (const label of [w.userName, w.given, w.family, w.password, w.confirm]) {
        await expect(field(page, label)).toHaveAccessibleDescription(new RegExp(`^${w.required}`));
      }
      await field(page, w.userName).fill("vpeeters");
      await field(page, w.given).fill("Vera");
      await field(page, w.family).fill("Peeters");
      await field(page, w.password).fill("password1password1");
      await field(page, w.confirm).fill("something else entirely");
      await save();
      await expect(field(page, w.password)).toHaveAccessibleDescription(w.common);
      await expect(field(page, w.confirm)).toHaveAccessibleDescription(w.mismatch);
      await field(page, w.password).fill(TEMPORARY);
      await field(page, w.confirm).fill(TEMPORARY);
      await expect(page.getByRole("checkbox", { name: w.enforce })).toBeChecked();
      // Somebody who could be taken for the owner, and nothing is written.
      await field(page, w.email).fill("оwinter@harbour.example");
      await save();
      await expect(field(page, w.email)).toHaveAccessibleDescription(w.lookAlike);
      await field(page, w.email).fill("vpeeters@harbour.example");
      await save();
      await expect(page.getByText(sentence(w.added("vpeeters@harbour.example")))).toBeVisible();
      await expect(page.getByText(sentence(w.joined("Vera Peeters")))).toBeVisible();
      await expect(heading(page)).toHaveText(w.administrators);
      await expect(members(page)).toHaveText(["Vera Peeters"]);
    });

    test("CRES-17: the first sign-in sets up the account, and ends the temporary password", async ({ page, anotherBrowser }) => {
      const organization = await start();
      const vera = await organization.addUser("Vera Peeters");
      await page.goto(organization.path("/sign-in"));
      await fillInSignIn(page, vera);
      await expect(heading(page)).toHaveText(w.ownPassword);
      await field(page, w.current).fill(vera.password);
      await field(page, w.next).fill("lantern");
      await page.getByRole("button", { name: w.change }).click();
      await expect(field(page, w.next)).toHaveAccessibleDescription(w.short);
      await field(page, w.next).fill(ANOTHER_PASSWORD);
      await field(page, w.language).selectOption(language);
      await field(page, w.zone).selectOption("America/New_York");
      await page.getByRole("checkbox", { name: w.notices }).click();
      await page.getByRole("button", { name: w.change }).click();
      await expect(heading(page)).toHaveText(w.account);
      await expect(field(page, w.zone)).toHaveValue("America/New_York");
      await expect(page.getByRole("checkbox", { name: w.notices })).not.toBeChecked();

      const other = await anotherBrowser({ locale: w.locale });
      await other.goto(organization.path("/sign-in"));
      await fillInSignIn(other, vera);
      await expect(other.getByRole("alert")).toBeVisible();
      await fillInSignIn(other, { ...vera, password: ANOTHER_PASSWORD });
      await expect(heading(other)).toHaveText(w.account);
    });

    test("CRES-18: adding again, oneself, somebody disabled, another domain; and removing the last", async ({ page }) => {
      const organization = await start();
      const uma = await organization.addUser("Uma Field");
      await organization.call("POST", `/users/${uma.id}/disable`, {});
      await signInTo(page, organization, organization.owner, `/groups/${await builtIn(organization)}`);
      await addByAddress(page, "ufield@elsewhere.example");
      await expect(field(page, w.userId)).toHaveAccessibleDescription(w.unknown);
      await addByAddress(page, "UField@harbour.example");
      await expect(page.getByText(sentence(w.joinedDisabled("Uma Field")))).toBeVisible();
      await addByAddress(page, "ufield@harbour.example");
      await expect(field(page, w.userId)).toHaveAccessibleDescription(w.member);
      await expect(members(page)).toHaveText(["Uma Field"]);
      await page.getByRole("button", { name: w.remove, exact: true }).click();
      const asked = page.getByRole("dialog", { name: w.removeTitle });
      await asked.getByRole("button", { name: w.remove, exact: true }).click();
      await expect(page.getByText(sentence(w.left("Uma Field", w.administrators)))).toBeVisible();
      await expect(members(page)).toHaveCount(0);
      // The owner administers by his own right, and whoever only manages groups does not add himself.
      const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["groups"] }));
      const refused = await ada.api
        .call("POST", `/orgs/${organization.slug}/groups/${await builtIn(organization)}/members`, { email: person("Ada Moor").email })
        .catch((error) => error.message);
      expect(refused).toContain("on-oneself");
    });
  });
}
