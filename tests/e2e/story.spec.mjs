// The story for which the product is there, as it is lived, in French: an organization is set
// up; its owner appoints an administrator for one site and some functions; she signs in with a
// temporary password, must replace it, sees her part of the organization and nothing else.

import { setupToken } from "./support/api.mjs";
import { ANOTHER_PASSWORD, PASSWORD, freshSlug } from "./support/organization.mjs";
import { expect, field, fillInSignIn, heading, sentence, showPassword, test } from "./support/test.mjs";

test.use({ locale: "fr-BE" });

const nav = (page) => page.getByRole("navigation", { name: "Navigation principale" });

async function signIn(page, { slug, login, password }) {
  await page.goto(`/o/${slug}/sign-in`);
  await fillInSignIn(page, { login, password });
  await expect(page).not.toHaveURL(/sign-in/);
}

async function setUp(page, slug) {
  await page.goto("/");
  await page.getByRole("link", { name: "Créer une nouvelle organisation" }).click();
  await field(page, "Jeton d’installation").fill(setupToken());
  await field(page, "Nom de l’organisation").fill("Brasserie du Midi");
  await field(page, "Nom court").fill(slug);
  await field(page, "Prénom").fill("Claire");
  await field(page, "Nom de famille").fill("Dubois");
  await field(page, "Adresse e-mail").fill("claire@midi.example");
  await field(page, "Nom d’utilisateur").fill("cdubois");
  await field(page, "Mot de passe").fill(PASSWORD);
  await page.getByRole("button", { name: "Créer l’organisation" }).click();
  await expect(page.getByText("L’organisation a été créée. Vous pouvez maintenant vous connecter.")).toBeVisible();
  await expect(heading(page)).toHaveText(sentence("Connexion à Brasserie du Midi"));
}

async function addSite(page, name) {
  await nav(page).getByRole("link", { name: /^Sites/ }).click();
  await page.getByRole("link", { name: "Ajouter un site" }).first().click();
  await field(page, "Nom du site").fill(name);
  await field(page, "Localité").fill(name);
  await page.getByRole("button", { name: "Ajouter un site" }).click();
  await expect(page.getByText(sentence(`Le site ${name} a été ajouté.`))).toBeVisible();
  await expect(page.getByRole("rowheader", { name })).toBeVisible();
}

/** Appoints Nora Lambert for Gand, to look after users; gives her temporary password. */
async function appoint(page) {
  await nav(page).getByRole("link", { name: /^Administrateurs/ }).click();
  await page.getByRole("link", { name: "Créer Administrateur" }).click();
  await field(page, "Prénom").fill("Nora");
  await field(page, "Nom de famille").fill("Lambert");
  await field(page, "Adresse e-mail").fill("nora@midi.example");
  await field(page, "Nom d’utilisateur").fill("nlambert");
  await page.getByRole("checkbox", { name: "Gand" }).check();
  await page.getByRole("checkbox", { name: /^Défaut du système/ }).uncheck();
  await page.getByRole("checkbox", { name: "Utilisateurs", exact: true }).check();
  await showPassword(page);
  await page.getByRole("button", { name: "Créer Administrateur" }).click();

  const dialog = page.getByRole("dialog", { name: "Mot de passe temporaire" });
  await expect(dialog).toContainText("Il n’est affiché qu’une seule fois");
  const password = await dialog.getByLabel("Mot de passe temporaire").last().textContent();
  await dialog.getByRole("button", { name: "Je l’ai transmis" }).click();
  await expect(heading(page)).toContainText("Nora Lambert");
  await page.reload();
  await expect(heading(page)).toContainText("Nora Lambert");
  await expect(page.getByText(password)).toHaveCount(0);
  return password;
}

async function signOut(page) {
  await page.getByRole("button", { name: "Votre profil et vos préférences" }).click();
  await page.getByRole("menuitem", { name: "Déconnexion" }).click();
  await expect(heading(page)).toHaveText(/^Connexion à/);
}

async function chooseOwnPassword(page, slug, temporary) {
  await expect(heading(page)).toHaveText("Choisissez votre mot de passe");
  for (const path of ["", "/users", "/profile", "/administrators/new"]) {
    await page.goto(`/o/${slug}${path}`);
    await expect(heading(page)).toHaveText("Choisissez votre mot de passe");
  }
  await field(page, "Mot de passe actuel").fill(temporary);
  await field(page, "Nouveau mot de passe").fill("Nora Lambert 2026");
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(field(page, "Nouveau mot de passe")).toHaveAccessibleDescription(/que d’autres savent de vous/);
  await field(page, "Nouveau mot de passe").fill(ANOTHER_PASSWORD);
  await page.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(page).not.toHaveURL(/admission/);
}

async function seesHerBailiwickOnly(page, slug) {
  await page.goto(`/o/${slug}`);
  await expect(heading(page)).toHaveText(sentence("Bonjour Nora"));
  await expect(nav(page).getByRole("link")).toHaveText([/Tableau de bord/, /Utilisateurs/, /Sites\s*1/]);
  await expect(page.getByRole("main")).toContainText("Gand");
  await expect(page.getByText("Namur")).toHaveCount(0);
  await nav(page).getByRole("link", { name: /^Sites/ }).click();
  await expect(page.getByRole("rowheader")).toHaveText(["Gand"]);
}

async function isRefusedElsewhere(page, slug) {
  await page.goto(`/o/${slug}/administrators`);
  const why = sentence(
    "Il vous manque le droit de voir les administrateurs. Ces personnes peuvent vous aider : Claire Dubois.",
  );
  await expect(page.getByRole("main").getByText(why)).toBeVisible();
  const answer = await page.evaluate(async (slug) => {
    const answer = await fetch(`/api/v1/orgs/${slug}/administrators`);
    return { status: answer.status, body: await answer.json() };
  }, slug);
  expect(answer).toMatchObject({
    status: 403,
    body: { code: "forbidden", args: { permission: "administrators:view" } },
  });
}

test("from the set-up token to an administrator who sees only her part", async ({ page, anotherBrowser }) => {
  const slug = freshSlug();
  await setUp(page, slug);
  await signIn(page, { slug, login: "cdubois", password: PASSWORD });
  await addSite(page, "Gand");
  await addSite(page, "Namur");
  const temporary = await appoint(page);
  await signOut(page);

  await signIn(page, { slug, login: "nora@midi.example", password: temporary });
  await chooseOwnPassword(page, slug, temporary);
  await seesHerBailiwickOnly(page, slug);
  await isRefusedElsewhere(page, slug);

  // The temporary password has gone; her own one gets her in, from any browser.
  const other = await anotherBrowser({ locale: "fr-BE" });
  await other.goto(`/o/${slug}/sign-in`);
  await fillInSignIn(other, { login: "nlambert", password: temporary });
  await expect(other.getByRole("alert")).toContainText("ne correspondent pas");
  await signIn(other, { slug, login: "nlambert", password: ANOTHER_PASSWORD });
  await expect(heading(other)).toHaveText(sentence("Bonjour Nora"));
});
