// The administration of a Webex carrier portal, step by step, in the words that its people use
// (French). Each step bears the number that it has in the description of that portal.

import { ANOTHER_PASSWORD, passwordIn } from "../e2e/support/organization.mjs";
import { origin } from "../e2e/support/api.mjs";
import { expect, field, fillInSignIn, heading, loaded, sentence, showPassword, signInTo } from "../e2e/support/test.mjs";
import { ask, box, entry, names, nav, openMenu, outlook, row, save, tab, test } from "./french.mjs";

/** The carrier's demo organization: three sites, three administrators beside the owner. */
async function carrier(organization) {
  const [gand, namur] = [await organization.addSite("Gand"), await organization.addSite("Namur")];
  await organization.addSite("Liège");
  const jim = await organization.appoint("Jim Fennell", { roles: ["dashboard", "users", "administrators"], sites: [gand] });
  const justin = await organization.appoint("Justin Wagner", { roles: ["users"], sites: [gand, namur] });
  const melissa = await organization.appoint("Melissa Kiviet", { roles: ["dashboard", "sites"], sites: [namur] });
  return { gand, namur, jim, justin, melissa };
}

/** What the host product offers beside the portal itself. */
const FEATURES = {
  call_recording: ["Enregistrement des appels", "Écouter et conserver les appels enregistrés."],
  sip_trunking: ["Jonction SIP", "Relier un central téléphonique."],
  incoming_calls: ["Traitement des appels entrants", "Déterminez ce qui se produit lorsque la ligne professionnelle est contactée."],
  opening_hours: ["Configurer les heures d’ouverture", "Créer des plannings pour les heures de travail et les jours fériés."],
};

async function addFeatures(organization) {
  for (const [key, [label, description]] of Object.entries(FEATURES)) {
    const details = { label: { fr: label }, description: { fr: description }, link: `https://carrier.example/${key}` };
    await organization.call("POST", "/features", { key, details });
  }
}

/** Two numbers, of which one is assigned, a device and five seats. */
async function addStock(organization, { site, user }) {
  const add = async (path, details) => (await organization.call("POST", path, { details })).id;
  const number = await add("/numbers", { number: "+32 9 555 01 01", label: "Accueil", site });
  await add("/numbers", { number: "+32 9 555 01 02", label: "", site });
  await organization.call("POST", `/users/${user.id}/assignments`, { asset: { number } });
  const device = await add("/devices", { kind: "phone", model: "Polycom VVX 450", identifier: "00:1A:2B:3C:4D:5E", site });
  await add("/licenses", { name: "Poste standard", description: "", quantity: 5, released_on_disable: false });
  return { device };
}

/** A permission that opens a page of the console: by its entry, and where the portal has one, from the menu. */
function ofConsole(letter, label, { role, page: path, title = label, item, lacks, api }) {
  return {
    letter,
    box: label,
    role,
    page: path,
    async opens(page) {
      await expect(heading(page)).toHaveText(title);
      if (item) {
        await openMenu(page);
        await expect(page.getByRole("menuitem", { name: item, exact: true })).toBeVisible();
        await page.keyboard.press("Escape");
      }
      await expect(nav(page).locator("[aria-current=page]")).toBeVisible();
    },
    async isShut(page, organization) {
      const why = sentence(`Il vous manque le droit de ${lacks}. Ces personnes peuvent vous aider : Olga Winter.`);
      await expect(page.getByRole("main").getByText(why)).toBeVisible();
      if (item) {
        await openMenu(page);
        await expect(page.getByRole("menuitem", { name: item, exact: true })).toHaveCount(0);
        await page.keyboard.press("Escape");
      }
      if (api) {
        expect(await ask(page, organization, "GET", api)).toMatchObject({ status: 403, body: { code: "forbidden" } });
      }
    },
  };
}

/** A permission of the host product: the entry leads there, and the host asks whether one may. */
function ofHost(letter, key) {
  const [label] = FEATURES[key];
  const check = async (page, organization, { id }, token) => {
    const data = { check: { user: id, permission: `feature.${key}:view`, at: "organization" } };
    const headers = { authorization: `Bearer ${token}` };
    const answer = await page.request.post(`/api/v1/orgs/${organization.slug}/checks`, { headers, data });
    return answer.json();
  };
  return {
    letter,
    box: label,
    role: `feature.${key}`,
    async opens(page, ...who) {
      await expect(entry(page, label)).toHaveAttribute("href", `https://carrier.example/${key}`);
      expect(await check(page, ...who)).toMatchObject({ allowed: true });
    },
    async isShut(page, ...who) {
      await expect(heading(page)).toHaveText("Mon compte");
      expect(await check(page, ...who)).toMatchObject({ allowed: false, reason: "no_grant" });
    },
  };
}

/** The eleven of the article, in its order. */
const PERMISSIONS = [
  ofConsole("a", "Analyse", { role: "analytics", page: "/analytics", lacks: "voir l’analyse", api: "/analytics/growth" }),
  ofHost("b", "call_recording"),
  ofConsole("c", "Tableau de bord", { role: "dashboard", page: "/dashboard", title: sentence("Bonjour Léa"), lacks: "ouvrir le tableau de bord" }),
  ofConsole("d", "Gérer les administrateurs", {
    role: "administrators",
    page: "/administrators",
    title: "Administrateurs",
    item: "Gérer les administrateurs",
    lacks: "voir les administrateurs",
    api: "/administrators",
  }),
  ofConsole("e", "Remarques", { role: "notes", page: "/notes", lacks: "lire les remarques", api: "/notes" }),
  ofConsole("f", "Commandes", { role: "orders", page: "/orders", item: "Commandes", lacks: "voir les commandes", api: "/orders" }),
  ofConsole("g", "Profil", {
    role: "organization",
    page: "/organization",
    title: "Organisation",
    item: "Profil (Entreprise)",
    lacks: "voir les paramètres de l’organisation",
    api: "/settings",
  }),
  ofConsole("h", "Rapports", { role: "reports", page: "/reports", lacks: "lire les rapports", api: "/reports/users" }),
  ofConsole("i", "Services", { role: "services", page: "/licenses", lacks: "voir les services", api: "/licenses" }),
  ofHost("j", "sip_trunking"),
  ofConsole("k", "Attributions des utilisateurs", {
    role: "assignments",
    page: "/assignments/numbers",
    title: "Attributions",
    lacks: "voir les attributions",
    api: "/assignments/numbers",
  }),
];

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
  expect((await ask(page, organization, "GET", `/users/${bart.id}`)).status).toBe(404);
  await page.goto(organization.path("/groups"));
  await expect(page.getByText(sentence("Il vous manque le droit de voir les groupes."))).toBeVisible();
  expect((await ask(page, organization, "GET", "/groups")).status).toBe(403);
});

test("WBX-2: the menu in the header leads to everything that the portal's has", async ({ page, organization, anotherBrowser }) => {
  const { gand } = await carrier(organization);
  const anna = await organization.settle(await organization.addUser("Anna Peeters", { site: gand }));
  const { version, settings } = await organization.call("GET", "/settings");
  const privacy_statement = "https://atelier.example/vie-privee";
  await organization.call("PUT", "/settings", { version, settings: { ...settings, privacy_statement } });
  await signInTo(page, organization, organization.owner);
  await openMenu(page);
  await expect(page.getByRole("menuitem")).toHaveText([
    "Mon compte",
    "Détails de connexion",
    "Avis",
    "Envoyer l’avis",
    "Profil (Entreprise)",
    "Gérer les administrateurs",
    "Configurer un utilisateur",
    "Commandes",
    "Documentation",
    /^Déclaration de confidentialité/,
    "Déconnexion",
  ]);
  await expect(page.getByRole("menu").getByText("Sélectionner la langue")).toBeVisible();
  await expect(page.getByRole("menuitemradio", { name: "Français" })).toBeChecked();
  await expect(page.getByRole("menuitem", { name: /^Déclaration/ })).toHaveAttribute("href", privacy_statement);
  await page.keyboard.press("Escape");
  const ways = [
    ["Mon compte", "Mon compte"],
    ["Détails de connexion", "Détails de connexion"],
    ["Avis", "Avis"],
    ["Profil (Entreprise)", "Organisation"],
    ["Configurer un utilisateur", "Ajouter un utilisateur"],
    ["Commandes", "Commandes"],
    ["Documentation", "Documentation"],
    ["Gérer les administrateurs", "Administrateurs"],
  ];
  for (const [item, title] of ways) {
    await openMenu(page);
    await page.getByRole("menuitem", { name: item, exact: true }).click();
    await expect(heading(page)).toHaveText(title);
  }

  await test.step("WBX-2: Envoyer l'avis reaches the people of a site, and counts who has read it", async () => {
    await openMenu(page);
    await page.getByRole("menuitem", { name: "Envoyer l’avis" }).click();
    await field(page, "Objet").fill("Entretien samedi");
    await field(page, "Texte").fill("De 8 à 9 heures, les téléphones ne fonctionneront pas.");
    await field(page, "Où").selectOption({ label: "Certains sites" });
    await box(page, "Gand").check();
    await page.getByRole("button", { name: "Continuer" }).click();
    const question = page.getByRole("dialog", { name: "Envoyer l’avis" });
    await expect(question).toContainText(sentence("1 personne"));
    await question.getByRole("button", { name: "Envoyer", exact: true }).click();
    await expect(heading(page)).toHaveText("Avis");
    const hers = await anotherBrowser({ locale: "fr-BE" });
    await signInTo(hers, organization, anna);
    await hers.getByRole("link", { name: sentence("Avis : 1 non lu") }).click();
    await hers.getByRole("button", { name: "J’ai lu cet avis" }).click();
    await expect(hers.getByRole("link", { name: "Avis", exact: true })).toBeVisible();
    await page.goto(organization.path("/notices?tab=sent"));
    await expect(row(page, "Entretien samedi")).toContainText(sentence("1 sur 1"));
  });

  await test.step("WBX-2: the language follows at once, Déconnexion ends the session", async () => {
    await openMenu(page);
    await page.getByRole("menuitemradio", { name: "Nederlands" }).click();
    await expect(heading(page)).toHaveText("Berichten");
    await page.getByRole("button", { name: "Uw profiel en voorkeuren" }).click();
    await page.getByRole("menuitemradio", { name: "Français" }).click();
    await expect(heading(page)).toHaveText("Avis");
    await openMenu(page);
    await page.getByRole("menuitem", { name: "Déconnexion" }).click();
    await expect(heading(page)).toHaveText(/^Connexion à/);
    expect((await ask(page, organization, "GET", "/session")).status).toBe(401);
  });
});

test("WBX-3: the header leads to the dashboard with its quick start, and switches between one's own sites only", async ({ page, organization }) => {
  const { gand, namur, justin } = await carrier(organization);
  await organization.give({ user: justin.id }, "dashboard", { scope: { kind: "sites", sites: [gand, namur] } });
  await organization.addUser("Anna Peeters", { site: gand });
  await organization.addUser("Bart Claes", { site: namur });
  await signInTo(page, organization, await organization.settle(justin), "/profile");
  await page.getByRole("banner").getByRole("link", { name: /Atelier/ }).click();
  await expect(heading(page)).toHaveText(sentence("Bonjour Justin"));
  await expect(page.getByRole("heading", { name: "Démarrage rapide" })).toBeVisible();
  await expect(entry(page, "Tableau de bord")).toHaveAttribute("aria-current", "page");
  const switcher = page.getByRole("button", { name: "Changer de site" });
  await expect(switcher).toContainText("Tous les sites");
  await switcher.click();
  await expect(page.getByRole("menuitemradio")).toHaveText(["Tous les sites", "Gand", "Namur"]);
  await page.getByRole("menuitemradio", { name: "Namur" }).click();
  await expect(switcher).toContainText("Namur");
  await entry(page, "Utilisateurs").click();
  await expect(names(page)).toHaveText(["Bart Claes"]);
  await switcher.click();
  await page.getByRole("menuitemradio", { name: "Tous les sites" }).click();
  await expect(names(page)).toHaveText(["Bart Claes", "Anna Peeters"]);
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
    /Rôles\s*20/,
    "Journal d’audit",
    "Expliquer",
    "Comptes",
    "Organisation",
    "Politique de mots de passe",
    "Fonctionnalités",
    "Accès de services",
    "Intégrations",
    "Annuaires",
  ];
  await expect(nav(page).getByRole("link")).toHaveText(sections);
  await page.goto(organization.path("/sites/new"));
  await field(page, "Nom du site").fill("Charleroi");
  await page.getByRole("button", { name: "Ajouter un site" }).click();
  await expect(nav(page).getByRole("link", { name: /^Sites/ })).toHaveText(/Sites\s*4/);
});

test("WBX-5: the dashboard has quick ways to set something up, and a block of orders and inventory that counts", async ({ page, organization }) => {
  const { gand } = await carrier(organization);
  await addFeatures(organization);
  const anna = await organization.addUser("Anna Peeters", { site: gand });
  const stock = await addStock(organization, { site: gand, user: anna });
  const order = { kind: "devices", item: "Polycom VVX 450", quantity: 12, site: gand, comment: "" };
  await organization.call("POST", "/orders", { details: order });
  await signInTo(page, organization, organization.owner);
  const card = (title) => page.locator("section").filter({ has: page.getByRole("heading", { name: title }) });
  const ways = card("Démarrage rapide").getByRole("link");
  await expect(ways).toHaveText([
    /^Créer Administrateur/,
    /^Ajouter un utilisateur/,
    /^Ajouter un numéro/,
    /^Ajouter un appareil/,
    /^Ajouter un site/,
    /^Créer un rôle/,
    /^Enregistrement des appels/,
    /^Traitement des appels entrants/,
    /^Configurer les heures d’ouverture/,
    /^Jonction SIP/,
  ]);
  await expect(ways.filter({ hasText: "appels entrants" })).toHaveAttribute("href", "https://carrier.example/incoming_calls");
  const inventory = card("Ordres et inventaire");
  await expect(inventory).toContainText("1 commande est en cours.");
  await expect(inventory.getByText(/^Utilisé/)).toHaveText([
    sentence("Utilisé : 1 sur 2 ; disponible : 1"),
    sentence("Utilisé : 0 sur 1 ; disponible : 1"),
    sentence("Utilisé : 0 sur 5 ; disponible : 5"),
  ]);
  await inventory.getByRole("link", { name: "Commandes en cours" }).click();
  await expect(row(page, "Polycom VVX 450")).toContainText("12");
  await row(page, "Polycom VVX 450").getByRole("button", { name: "Livrée" }).click();
  await expect(page.getByText("Aucune commande de ce type")).toBeVisible();
  await organization.call("POST", `/users/${anna.id}/assignments`, { asset: { device: stock.device } });
  await entry(page, "Tableau de bord").click();
  await expect(inventory).toContainText("Rien n’est en commande.");
  await expect(inventory.getByText(/^Utilisé/).nth(1)).toHaveText(sentence("Utilisé : 1 sur 1 ; disponible : 0"));
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

test("WBX-9: the eleven permissions are boxes, each with what it opens", async ({ page, organization }) => {
  const { jim } = await carrier(organization);
  await addFeatures(organization);
  await signInTo(page, organization, organization.owner, `/administrators/${jim.id}?tab=functions`);
  const search = page.getByRole("tabpanel").getByRole("searchbox");
  for (const { box: label } of PERMISSIONS) {
    await search.fill(label);
    await expect(box(page, label)).toHaveAccessibleDescription(/\S/);
    await box(page, label).check();
  }
  await save(page);
  await expect(page.getByText(/ont été enregistrées/)).toBeVisible();
  const { grants } = await organization.call("GET", `/administrators/${jim.id}`);
  expect(grants).toHaveLength(PERMISSIONS.length + 1);
});

test("WBX-9, WBX-10: with a permission its entry shows and its page opens; without it both are gone, and the answer says what is lacking", async ({ page, organization }) => {
  test.slow();
  await organization.addSite("Gand");
  await addFeatures(organization);
  const { token } = await organization.call("POST", "/credentials", { name: "Portail" });
  const lea = await organization.settle(await organization.addUser("Léa Noël"));
  await signInTo(page, organization, lea);
  await expect(heading(page)).toHaveText("Mon compte");
  await expect(nav(page).getByRole("link")).toHaveCount(0);
  for (const permission of PERMISSIONS) {
    await test.step(`WBX-9 ${permission.letter}, WBX-10: ${permission.box}`, async () => {
      const grant = await organization.give({ user: lea.id }, permission.role);
      await page.goto(organization.path(permission.page ?? ""));
      await permission.opens(page, organization, lea, token);
      await organization.call("DELETE", `/grants/${grant}`);
      await page.reload();
      await permission.isShut(page, organization, lea, token);
      await expect(nav(page).getByRole("link")).toHaveCount(0);
    });
  }
});

test("WBX-10: the list by service needs either of two permissions; without the dashboard one lands on the first page that one may open", async ({ page, organization }) => {
  await organization.call("POST", "/licenses", { details: { name: "Poste", description: "", quantity: 5, released_on_disable: true } });
  const lea = await organization.settle(await organization.appoint("Léa Noël", { roles: ["services"] }));
  await signInTo(page, organization, lea);
  await expect(page).toHaveURL(organization.path("/licenses"));
  const lists = page.getByRole("link", { name: /^Liste par/ });
  await entry(page, "Attributions").click();
  await expect(lists).toHaveText(["Liste par service"]);
  await page.goto(organization.path("/assignments/numbers"));
  await expect(page.getByText("Accès refusé")).toBeVisible();
  const grant = await organization.give({ user: lea.id }, "assignments");
  await page.reload();
  await expect(lists).toHaveText(["Liste par numéro", "Liste par appareil", "Liste par service", "Liste par utilisateur"]);
  const { grants } = await organization.call("GET", `/administrators/${lea.id}`);
  await organization.call("DELETE", `/grants/${grants.find((held) => held.id !== grant).id}`);
  await page.goto(organization.path("/assignments/licenses"));
  await expect(heading(page)).toHaveText("Attributions");
  await expect(lists).toHaveCount(4);
  await page.goto(organization.path());
  await expect(page).toHaveURL(organization.path("/users"));
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
  const details = { name: "Application mobile", description: "", quantity: 5, released_on_disable: true };
  const { id: license } = await organization.call("POST", "/licenses", { details });
  await organization.call("POST", `/users/${justin.id}/assignments`, { asset: { license } });
  const his = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(his, organization, settled, "/users");
  await signInTo(page, organization, organization.owner, `/administrators/${justin.id}`);
  await page.getByRole("button", { name: "Désactiver l’administrateur" }).click();
  await expect(outlook(page)).toContainText("1 place redevient disponible");
  await expect(outlook(page)).toContainText("Application mobile");
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
  const password = passwordIn(await organization.mailTo(melissa, /^Votre mot de passe temporaire/));
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

test("WBX-21: the welcome mail has address, user name and a temporary password; a site may be people who work remotely", async ({ page, organization, anotherBrowser }) => {
  await signInTo(page, organization, organization.owner);
  await page.getByRole("link", { name: sentence("Ajouter un site Ajoutez un bureau, ou un groupe de personnes en télétravail.") }).click();
  await field(page, "Nom du site").fill("Télétravail");
  await page.getByRole("button", { name: "Ajouter un site" }).click();
  await expect(page.getByText(sentence("Le site Télétravail a été ajouté."))).toBeVisible();
  await page.goto(organization.path("/administrators/new"));
  await field(page, "Prénom").fill("Nora");
  await field(page, "Nom de famille").fill("Lambert");
  await field(page, "Adresse e-mail").fill("nlambert@harbour.example");
  await box(page, "Télétravail").check();
  await page.getByRole("button", { name: "Créer Administrateur" }).click();
  await expect(heading(page)).toContainText("Nora Lambert");
  const mail = await organization.mailTo({ login: "nlambert" }, /^Votre compte chez Atelier$/);
  expect(mail.text).toContain(`${origin}${organization.path("/sign-in")}`);
  expect(mail.text).toMatch(/Nom d’utilisateur\s: nlambert/);
  const hers = await anotherBrowser({ locale: "fr-BE" });
  await hers.goto(organization.path("/sign-in"));
  await fillInSignIn(hers, { login: "nlambert", password: passwordIn(mail) });
  await expect(heading(hers)).toHaveText("Choisissez votre mot de passe");
});

test("WBX-22: whoever administers users makes nobody an administrator of everything", async ({ page, organization }) => {
  const { gand } = await carrier(organization);
  const anna = await organization.addUser("Anna Peeters", { site: gand });
  const ben = await organization.settle(await organization.appoint("Ben Maes", { roles: ["users", "administrators"] }));
  await signInTo(page, organization, ben, "/administrators/new");
  await loaded(page);
  await box(page, "Toute l’organisation").check();
  await page.getByRole("group", { name: /^Ce que l’administrateur peut faire/ }).getByRole("searchbox").fill("propr");
  await expect(box(page, "Propriétaire")).toBeDisabled();
  await expect(box(page, "Propriétaire")).toHaveAccessibleDescription(/Seul un propriétaire peut nommer un propriétaire/);
  await page.goto(organization.path(`/privileges?user=${anna.id}`));
  const dialog = page.getByRole("dialog", { name: "Attribuer de nouveaux privilèges" });
  await dialog.getByRole("searchbox").fill("propr");
  await box(dialog, "Propriétaire").check();
  await expect(dialog.getByRole("button", { name: "Ajouter", exact: true })).toHaveAttribute("aria-disabled", "true");
  const grant = { role: await organization.roleId("owner"), scope: { kind: "organization" } };
  const refused = await ask(page, organization, "POST", `/users/${anna.id}/grants`, { grants: [grant] });
  expect(refused).toMatchObject({ status: 403, body: { code: "exceeds-own-authority" } });
});
