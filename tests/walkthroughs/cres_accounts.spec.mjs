// Accounts as account administrators and the operator work with them, step by step, in Dutch and
// in French. Each step bears the number that it has in the description of that portal.

import { expectAccessible } from "../e2e/support/axe.mjs";
import { accountOf, operator, statusOf } from "../e2e/support/operator.mjs";
import { file, png } from "../e2e/support/picture.mjs";
import { ANOTHER_PASSWORD, PASSWORD, freshSlug } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, loaded, signInTo, test } from "../e2e/support/test.mjs";

const DUTCH = {
  locale: "nl-BE",
  navigation: "Hoofdnavigatie",
  accounts: "Accounts",
  account: "Account",
  tabs: ["Details", "Groepen", "Tokens", "BCE Config", "Afbeeldingen", "Functies"],
  groups: "Groepen",
  back: "Terug naar de lijst met accounts",
  detailsOnly: ["Details"],
  search: "Zoeken op nummer of naam",
  add: "Account toevoegen",
  name: "Naam van de organisatie",
  slug: "Korte naam",
  given: "Voornaam",
  family: "Achternaam",
  email: "E-mailadres",
  temporary: "Tijdelijk wachtwoord",
  suspend: "Opschorten",
  resume: "Hervatten",
  active: "Actief",
  suspended: "Opgeschort",
  refusal: /^Uw provider heeft deze organisatie opgeschort\. Er gaat niets verloren\./,
  language: "Nederlands",
  own: [
    ["In plaats van ‘Site’", "Filiaal", "In plaats van ‘Sites’", "Filialen", "Sites"],
    ["In plaats van ‘Groep’", "Team", "In plaats van ‘Groepen’", "Teams", "Groepen"],
    ["In plaats van ‘Gebruiker’, bijvoorbeeld Technicus", "Technicus", "In plaats van ‘Gebruikers’, bijvoorbeeld Technici", "Technici", "Gebruikers"],
  ],
  strength: ["Minimale wachtwoordsterkte", "Goed", "Wachtwoordbeleid"],
  idle: "Eindigt zonder gebruik na (minuten)",
  outOfRange: /^Dit valt buiten de grenzen\./,
  save: "Opslaan",
  makeAccess: "Toegang maken",
  purpose: "Waarvoor het dient",
  token: "Token",
  kept: "Ik heb het bewaard",
  replace: "Token vervangen",
  overlap: "Het huidige token werkt nog",
  aDay: "een dag",
  revoke: "Intrekken",
  stillWorks: /^Het vorige token werkt tot/,
  choose: "Kies uw eigen wachtwoord",
  images: "Afbeeldingen",
  picture: "Afbeelding",
  pictures: {
    none: /^Dit is geen afbeelding in PNG, JPEG of WebP/,
    svg: /^SVG-afbeeldingen kunnen programma’s bevatten/,
    cut: /^Deze afbeelding is beschadigd/,
    bomb: /^Deze afbeelding is 60\.000 bij 60\.000 pixels/,
    heavy: /^Dit bestand is 29[34] kB; hoogstens 256 kB is mogelijk/,
  },
  logoSaved: "Het logo is opgeslagen.",
  removeLogo: "Logo verwijderen",
  light: "Kleur in het lichte thema",
  dark: "Kleur in het donkere thema",
  tooLight: /contrast van 1,4:1; om leesbaar te zijn is 4,5:1 nodig\. Kies een donkerdere, zoals/,
  saved: "Uw wijzigingen zijn opgeslagen.",
};

const FRENCH = {
  locale: "fr-BE",
  navigation: "Navigation principale",
  accounts: "Comptes",
  account: "Compte",
  tabs: ["Détails", "Groupes", "Jetons", "BCE Config", "Images", "Fonctionnalités"],
  groups: "Groupes",
  back: "Retour à la liste des comptes",
  detailsOnly: ["Détails"],
  search: "Rechercher par numéro ou nom",
  add: "Ajouter un compte",
  name: "Nom de l’organisation",
  slug: "Nom court",
  given: "Prénom",
  family: "Nom de famille",
  email: "Adresse e-mail",
  temporary: "Mot de passe temporaire",
  suspend: "Suspendre",
  resume: "Rétablir",
  active: "Actif",
  suspended: "Suspendu",
  refusal: /^Votre fournisseur a suspendu cette organisation\. Rien n’est perdu\./,
  language: "Français",
  own: [
    ["Au lieu de «\u00a0Site\u00a0»", "Agence", "Au lieu de «\u00a0Sites\u00a0»", "Agences", "Sites"],
    ["Au lieu de «\u00a0Groupe\u00a0»", "Équipe", "Au lieu de «\u00a0Groupes\u00a0»", "Équipes", "Groupes"],
    ["Au lieu de «\u00a0Utilisateur\u00a0», par exemple Technicien", "Technicien", "Au lieu de «\u00a0Utilisateurs\u00a0», par exemple Techniciens", "Techniciens", "Utilisateurs"],
  ],
  strength: ["Robustesse minimale du mot de passe", "Bonne", "Politique de mots de passe"],
  idle: "Fin après une inactivité de (minutes)",
  outOfRange: /^C’est hors limites\./,
  save: "Enregistrer",
  makeAccess: "Créer un accès",
  purpose: "À quoi il sert",
  token: "Jeton",
  kept: "Je l’ai gardé",
  replace: "Remplacer le jeton",
  overlap: "Le jeton actuel fonctionne encore",
  aDay: "un jour",
  revoke: "Révoquer",
  stillWorks: /^Le jeton précédent fonctionne jusqu’au/,
  choose: "Choisissez votre mot de passe",
  images: "Images",
  picture: "Image",
  pictures: {
    none: /^Ce n’est pas une image PNG, JPEG ou WebP/,
    svg: /^Les images SVG peuvent contenir des programmes/,
    cut: /^Cette image est endommagée/,
    bomb: /^Cette image fait 60\s000 pixels sur 60\s000/,
    heavy: /^Ce fichier pèse 29[34] Ko/,
  },
  logoSaved: "Le logo est enregistré.",
  removeLogo: "Retirer le logo",
  light: "Couleur du thème clair",
  dark: "Couleur du thème sombre",
  tooLight: /contraste de 1,4:1 dans le thème clair.* Choisissez-en une plus foncée, comme/,
  saved: "Vos modifications ont été enregistrées.",
};

const rows = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");
const dialog = (page) => page.getByRole("dialog");
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();

for (const words of [DUTCH, FRENCH]) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale });
    // Several looks at several pages, by two people.
    test.describe.configure({ timeout: 120_000 });
    const nav = (page) => page.getByRole("navigation", { name: words.navigation });
    const tabs = (page) => page.getByRole("navigation", { name: words.account, exact: true }).getByRole("link");

    test("CRES-3, CRES-4, CRES-20: accounts, account number, tabs, and back to the list", async ({ page, organization }) => {
      const { number } = await accountOf(await operator(), organization);
      await signInTo(page, organization, organization.owner);
      await nav(page).getByRole("link", { name: words.accounts }).click();
      await expect(heading(page)).toHaveText(words.accounts);
      // One account, his own: there is nothing of another organization.
      await expect(rows(page)).toHaveText([number]);
      await expectAccessible(page, "accounts");
      await rows(page).click();
      await expect(tabs(page)).toHaveText(words.tabs);
      await loaded(page);
      await expectAccessible(page, "an account");
      for (const name of words.tabs) {
        await tabs(page).filter({ hasText: name }).click();
        await expect(tabs(page).filter({ hasText: name })).toHaveAttribute("aria-current", "page");
        await loaded(page);
      }
      await tabs(page).filter({ hasText: words.groups }).click();
      await expect(heading(page)).toHaveText(words.groups);
      await page.getByRole("link", { name: words.back }).click();
      await expect(rows(page)).toHaveText([number]);
    });

    test("CRES-1: who is no account administrator has no accounts, and sees whom to ask", async ({ page, organization }) => {
      const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["users"] }));
      await signInTo(page, organization, ada);
      await expect(nav(page).getByRole("link", { name: words.accounts })).toHaveCount(0);
      await page.goto(organization.path("/accounts"));
      await expect(page.getByRole("main")).toContainText("Olga Winter");
    });

    test("CRES-4, RSC-50: tokens are shown once, replaced with an overlap, and revoked at once", async ({
      page,
      request,
      organization,
    }) => {
      const { number } = await accountOf(await operator(), organization);
      const status = async (token) => {
        const data = { check: { user: organization.owner.id, permission: "users:view", at: "organization" } };
        const headers = { authorization: `Bearer ${token}` };
        return (await request.post(`/api/v1/orgs/${organization.slug}/checks`, { headers, data })).status();
      };
      const shown = () => dialog(page).getByRole("status", { name: words.token }).textContent();

      await signInTo(page, organization, organization.owner, `/accounts/${number}/tokens`);
      await press(page, words.makeAccess);
      await field(dialog(page), words.purpose).fill("Kiosk");
      await expectAccessible(page, "making access");
      await press(dialog(page), words.makeAccess);
      const first = await shown();
      await press(dialog(page), words.kept);

      await press(page, words.replace);
      await expect(dialog(page)).toContainText("Kiosk");
      await field(dialog(page), words.overlap).selectOption(words.aDay);
      await expectAccessible(page, "replacing a token");
      await press(dialog(page), words.replace);
      const second = await shown();
      await press(dialog(page), words.kept);
      await expect(page.getByText(words.stillWorks)).toBeVisible();
      expect(second).not.toBe(first);
      expect(await Promise.all([first, second].map(status))).toEqual([200, 200]);

      await press(page, words.revoke);
      await press(dialog(page), words.revoke);
      await expect(page.getByRole("rowheader", { name: "Kiosk" })).toHaveCount(0);
      expect(await Promise.all([first, second].map(status))).toEqual([401, 401]);
    });

    test("CRES-4: a logo is judged by its content, and stands in the header and on the sign-in page", async ({
      page,
      request,
      organization,
      anotherBrowser,
    }) => {
      const { number } = await accountOf(await operator(), organization);
      await signInTo(page, organization, organization.owner, `/accounts/${number}/images`);
      await expect(heading(page)).toHaveText(words.images);
      await expectAccessible(page, "images");
      const picture = field(page, words.picture);
      const refused = {
        none: "no picture",
        svg: "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        cut: png(64, 32).subarray(0, 60),
        bomb: png(16, 16, { claimed: [60_000, 60_000] }),
        heavy: png(64, 32, { padding: 300_000 }),
      };
      for (const [why, content] of Object.entries(refused)) {
        await picture.setInputFiles(file(content));
        await expect(picture).toHaveAccessibleDescription(words.pictures[why]);
      }
      await expectAccessible(page, "a picture that is none");

      const sample = page.locator("figure img");
      await expect(sample).toHaveCount(0);
      await picture.setInputFiles(file(png(256, 64)));
      await expect(sample).toHaveCount(2);
      // Where a logo is shown: it is decoration, so that only the style sheet knows of it.
      const logoIn = (landmark) => landmark.locator(".own-logo");
      const header = logoIn(page.getByRole("banner"));
      await expect(header).toBeHidden();
      await press(page.locator("form").first(), words.save);
      await expect(page.getByText(words.logoSaved)).toBeVisible();
      // As wide as it is to its height, without the ground around it.
      await expect(header).toBeVisible();
      expect((await header.boundingBox()).width).toBeGreaterThan(100);

      const hers = await anotherBrowser({ locale: words.locale });
      await hers.goto(organization.path("/sign-in"));
      const shown = logoIn(hers.getByRole("main"));
      await expect(shown).toBeVisible();
      await expectAccessible(hers, "a sign-in page with a logo");
      const [, address] = (await shown.evaluate((node) => getComputedStyle(node).backgroundImage)).match(/url\("(.+)"\)/);
      const answer = await request.get(address);
      expect(answer.headers()).toMatchObject({
        "content-type": "image/png",
        "x-content-type-options": "nosniff",
        "cache-control": "public, max-age=31536000, immutable",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
      });

      await press(page, words.removeLogo);
      await expectAccessible(page, "removing a logo");
      await press(dialog(page), words.removeLogo);
      await expect(header).toBeHidden();
      await hers.reload();
      await expect(hers.getByText("Bailiwick", { exact: true })).toBeVisible();
    });

    test("CRES-4: colors are those of buttons in each theme, if they can be read", async ({ page, organization }) => {
      const { number } = await accountOf(await operator(), organization);
      await signInTo(page, organization, organization.owner, `/accounts/${number}/images`);
      const [light, dark] = [field(page, words.light), field(page, words.dark)];
      await light.fill("#ffcc00");
      await press(page.locator("form").last(), words.save);
      await expect(light).toHaveAccessibleDescription(words.tooLight);
      await light.fill("#7a1f5c");
      await dark.fill("#f0a6d6");
      await press(page.locator("form").last(), words.save);
      await expect(page.getByText(words.saved)).toBeVisible();
      await expectAccessible(page, "colors that are chosen");

      await page.goto(organization.path("/users/new"));
      const button = page.locator("form button[type='submit']");
      await expect(button).toHaveCSS("background-color", "rgb(122, 31, 92)");
      await page.emulateMedia({ colorScheme: "dark" });
      await expect(button).toHaveCSS("background-color", "rgb(240, 166, 214)");
      await expectAccessible(page, "colors that are chosen, in the dark theme");
    });

    test("CRES-4: details of the account, with what a shorter session does to those that run", async ({
      page,
      organization,
    }) => {
      await signInTo(page, organization, organization.owner, "/organization");
      await field(page, words.idle).fill("4");
      await press(page, words.save);
      await expect(field(page, words.idle)).toHaveAccessibleDescription(words.outOfRange);
      await field(page, words.idle).fill("10");
      await press(page, words.save);
      await expect(page.getByRole("button", { name: words.save, exact: true })).toBeDisabled();
      await page.reload();
      await expect(field(page, words.idle)).toHaveValue("10");
      const [strength, good, policy] = words.strength;
      await expect(page.getByRole("term").filter({ hasText: strength })).toBeVisible();
      await expect(page.getByRole("definition").filter({ hasText: good })).toBeVisible();
      await page.getByRole("main").getByRole("link", { name: policy }).click();
      await expect(heading(page)).toHaveText(policy);
    });

    test("CRES-4: sites, groups and users are called what the organization calls them", async ({ page, organization }) => {
      const { number } = await accountOf(await operator(), organization);
      await signInTo(page, organization, organization.owner, `/accounts/${number}`);
      const own = page.getByRole("group", { name: words.language });
      for (const [one, oneOwn, many, manyOwn] of words.own) {
        await field(own, one).fill(oneOwn);
        await field(own, many).fill(manyOwn);
      }
      await press(page, words.save);
      await expect(page.getByText(words.saved)).toBeVisible();
      for (const [, , , manyOwn, usual] of words.own) {
        await expect(nav(page).getByRole("link", { name: usual, exact: true })).toHaveCount(0);
        await nav(page).getByRole("link", { name: new RegExp(`^${manyOwn}`) }).click();
        await expect(heading(page)).toHaveText(manyOwn);
      }
    });

    test("CRES-1, CRES-7, CRES-21: the operator adds an account and upgrades somebody to its administrator", async ({
      page,
      anotherBrowser,
    }) => {
      const provider = await operator();
      const slug = freshSlug();
      await signInTo(page, provider, provider.owner, "/accounts");
      await page.getByRole("link", { name: words.add }).click();
      await field(page, words.name).fill("Zuiderzee");
      await field(page, words.slug).fill(slug);
      await field(page, words.given).fill("Wim");
      await field(page, words.family).fill("Peeters");
      await field(page, words.email).fill("wim@zuiderzee.example");
      await page.locator("[name='owner.user_name']").fill("wpeeters");
      await expectAccessible(page, "adding an account");
      await press(page, words.add);
      const password = await dialog(page).getByRole("status", { name: words.temporary }).textContent();

      const his = await anotherBrowser({ locale: words.locale });
      await his.goto(`/o/${slug}/sign-in`);
      await fillInSignIn(his, { login: "wpeeters", password });
      await expect(heading(his)).toHaveText(words.choose);
      await his.locator("input[autocomplete='current-password']").fill(password);
      await his.locator("input[autocomplete='new-password']").fill(ANOTHER_PASSWORD);
      await his.locator("form button[type='submit']").click();
      // He is the administrator at once.
      await expect(nav(his).getByRole("link", { name: words.accounts })).toBeVisible();
    });

    test("CRES-20: the operator sees no further than the register", async ({ page, organization }) => {
      const provider = await operator();
      const { number } = await accountOf(provider, organization);
      await signInTo(page, provider, provider.owner, "/accounts");
      await page.getByRole("searchbox", { name: words.search }).fill(organization.slug);
      await expect(rows(page)).toHaveText([number]);
      await rows(page).click();
      await expect(heading(page)).toHaveText("Harbour");
      await expect(tabs(page)).toHaveText(words.detailsOnly);
      await expectAccessible(page, "an account of the register");
      for (const path of ["/users", "/settings", "/audit", "/groups", "/session"]) {
        expect(await statusOf(page, `/orgs/${organization.slug}${path}`), path).toBe(401);
      }
    });

    test("CRES-1: a suspended account lets nobody in and loses nothing", async ({ page, organization, anotherBrowser }) => {
      const provider = await operator();
      const { number } = await accountOf(provider, organization);
      const hers = await anotherBrowser({ locale: words.locale });
      await signInTo(hers, organization, organization.owner, "/users");

      await signInTo(page, provider, provider.owner, `/accounts/${number}`);
      await press(page, words.suspend);
      await expect(dialog(page)).toContainText("Harbour");
      await expectAccessible(page, "suspending an account");
      await press(dialog(page), words.suspend);
      await expect(page.getByText(words.suspended, { exact: true })).toBeVisible();

      await hers.reload();
      await expect(hers.getByText(words.refusal)).toBeVisible();
      await hers.goto(organization.path("/sign-in"));
      await fillInSignIn(hers, { login: organization.owner.login, password: PASSWORD });
      await expect(hers.getByRole("alert")).toHaveText(words.refusal);

      await press(page, words.resume);
      await press(dialog(page), words.resume);
      await expect(page.getByText(words.active, { exact: true })).toBeVisible();
      await signInTo(hers, organization, organization.owner, "/users");
      await expect(rows(hers)).toHaveText(["Olga Winter"]);
    });
  });
}
