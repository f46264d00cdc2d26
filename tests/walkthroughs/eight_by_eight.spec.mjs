// The administrators of 8x8 Contact Center with 8x8 Work, step by step, in the words of their
// people (French). Each step bears the number that it has in the description of those two
// applications; the organization's PBXs are its sites.

import { origin } from "../e2e/support/api.mjs";
import { ANOTHER_PASSWORD, passwordIn } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, pick, sentence, signInTo } from "../e2e/support/test.mjs";
import { ask, box, entry, names, nav, outlook, row, save, tab, test } from "./french.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name });
const records = (page) => page.getByRole("list", { name: "Rôles attribués" }).getByRole("listitem");
const view = (page, name) => page.getByRole("button", { name, exact: true });

/** The privileges that the account manager names. */
const PRIVILEGES = {
  vcc_admin: "Administrateur de VCC",
  billing: "Facturation",
  ordering: "Passer des commandes",
  reporting: "Rapports du centre de contact",
  call_log: "Journaux des appels",
};

async function addPrivileges(organization) {
  for (const [key, label] of Object.entries(PRIVILEGES)) {
    await organization.call("POST", "/features", { key, details: { label: { fr: label } } });
  }
}

/** Asks as the host product does: whether somebody may do something at a site. */
async function hostOf(organization) {
  const { token } = await organization.call("POST", "/credentials", { name: "8x8" });
  return async (user, permission, site) => {
    const answer = await fetch(`${origin}/api/v1/orgs/${organization.slug}/checks`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ check: { user: user.id, permission, at: { site } } }),
    });
    return (await answer.json()).allowed;
  };
}

/** What somebody holds, as names of roles. */
async function held(organization, { id }) {
  const roles = await organization.call("GET", "/roles");
  const { grants } = await organization.call("GET", `/administrators/${id}`);
  return grants.map((grant) => roles.find((role) => role.id === grant.role).details.name).sort();
}

test("EBE-1, EBE-17: the initial order made a primary administrator who may do everything, marked with a star", async ({ page, organization }) => {
  await organization.appoint("Samir Roy", { roles: ["users"] });
  await signInTo(page, organization, organization.owner, "/administrators");
  await expect(row(page, "Olga Winter").getByRole("rowheader")).toHaveText(/★\s*Propriétaire\s*: l’administrateur principal/);
  await expect(row(page, "Samir Roy")).not.toContainText("★");
  await page.goto(organization.path(`/roles/${await organization.roleId("owner")}`));
  await expect(page.getByText("Ce rôle permet tout et il est fixe", { exact: false })).toBeVisible();
  for (const box of await page.getByRole("checkbox").all()) {
    await expect(box).toBeChecked();
  }

  await test.step("EBE-17: the role can be held by several, and neither be edited nor taken from the last", async () => {
    const id = await organization.roleId("owner");
    await expect(page.getByRole("button", { name: "Enregistrer" })).toHaveCount(0);
    const details = { name: "Autre", permissions: ["users:view"] };
    const edited = await ask(page, organization, "PUT", `/roles/${id}`, { version: 1, details });
    expect(edited.body.code).toBe("built-in");
    const { grants } = await organization.call("GET", `/administrators/${organization.owner.id}`);
    const revoked = await ask(page, organization, "DELETE", `/grants/${grants[0].id}`);
    expect(revoked.status).toBe(403);
    const second = await organization.appoint("Zoé Petit", { roles: ["owner"] });
    await page.goto(organization.path("/administrators"));
    await expect(row(page, "Zoé Petit")).toContainText("★");
    expect(await held(organization, second)).toEqual(["owner"]);
  });
});

test("EBE-2: a secondary administrator has the privileges that are wanted, and touches the primary in no way", async ({ page, organization }) => {
  const samir = await organization.settle(await organization.appoint("Samir Roy", { roles: ["users", "administrators"] }));
  const kim = await organization.appoint("Kim Morel", { roles: ["users"] });
  const { owner } = organization;
  await signInTo(page, organization, samir, `/administrators/${owner.id}`);
  const why = /Cet administrateur peut faire des choses que vous ne pouvez pas faire/;
  for (const name of ["Désactiver l’administrateur", "Réinitialisation du mot de passe"]) {
    await expect(page.getByRole("button", { name })).toHaveAttribute("aria-disabled", "true");
    await expect(page.getByRole("button", { name })).toHaveAccessibleDescription(why);
  }
  await tab(page, "Rôles attribués");
  await expect(records(page).getByRole("button", { name: "Retirer" })).toHaveAttribute("aria-disabled", "true");

  await test.step("EBE-2: not through the API either", async () => {
    const { grants } = await organization.call("GET", `/administrators/${owner.id}`);
    const ways = [
      ["POST", `/administrators/${owner.id}/disable`],
      ["POST", `/users/${owner.id}/disable`],
      ["POST", `/administrators/${owner.id}/password`, { password: { kind: "generated" } }],
      ["DELETE", `/grants/${grants[0].id}`],
      ["POST", `/grants/${grants[0].id}/suspend`],
    ];
    for (const [method, path, body] of ways) {
      expect(await ask(page, organization, method, path, body), path).toMatchObject({ status: 403 });
    }
  });

  await test.step("EBE-2: not by copying over what he holds", async () => {
    await page.goto(organization.path("/privileges"));
    await row(page, "^Kim Morel").getByRole("button", { name: "Copier" }).click();
    const copy = dialog(page, sentence("Copier les privilèges de Kim Morel"));
    await pick(copy, /^Vers qui/, "Olga", /Olga Winter/);
    await field(copy, "Ce que devient ce que cette personne détient déjà").selectOption("replace");
    await expect(outlook(page)).toContainText(sentence("Cela retirerait des droits à quelqu’un qui peut faire des choses que vous ne pouvez pas faire"));
    await expect(copy.getByRole("button", { name: "Copier", exact: true })).toHaveAttribute("aria-disabled", "true");
    const request = { from: kim.id, mode: "replace" };
    expect((await ask(page, organization, "POST", `/users/${owner.id}/grants/copy`, request)).status).toBe(403);
    expect(await held(organization, owner)).toEqual(["owner"]);
  });
});

test("EBE-3: one form has the three stages: profile, privileges, role and properties", async ({ page, organization, anotherBrowser }) => {
  await addPrivileges(organization);
  await organization.addSite("Autocom Paris");
  await signInTo(page, organization, organization.owner, "/administrators/new");
  const stages = ["Compte", "Contact principal", "Adresse", "Autorisations du site", "Autorisations des fonctionnalités"];
  await expect(page.getByRole("main").getByRole("heading", { level: 2 })).toHaveText([...stages, "Mot de passe temporaire"]);
  await field(page, "Prénom").fill("Samir");
  await field(page, "Nom de famille").fill("Roy");
  await field(page, "Adresse e-mail").fill("sroy@harbour.example");
  await field(page, "Téléphone SIP").fill("sip:samir@pbx.example");
  await box(page, "Agent").check();
  await box(page, "Autocom Paris").check();
  const privileges = page.getByRole("group", { name: /^Ce que l’administrateur peut faire/ });
  await privileges.getByRole("searchbox").fill("VCC");
  await box(privileges, "Administrateur de VCC").check();
  await page.getByRole("button", { name: "Créer Administrateur" }).click();
  await expect(heading(page)).toContainText("Samir Roy");
  const mail = await organization.mailTo({ login: "sroy" }, /^Votre compte/);
  const his = await anotherBrowser({ locale: "fr-BE" });
  await his.goto(organization.path("/sign-in"));
  await fillInSignIn(his, { login: "sroy", password: passwordIn(mail) });
  await field(his, "Mot de passe actuel").fill(passwordIn(mail));
  await field(his, "Nouveau mot de passe").fill(ANOTHER_PASSWORD);
  await his.getByRole("button", { name: "Changer le mot de passe" }).click();
  await expect(heading(his)).toHaveText(sentence("Bonjour Samir"));
});

test("EBE-4 to EBE-7: a profile, its user name from the e-mail address, an agent, and nothing until privileges are assigned", async ({ page, organization, anotherBrowser }) => {
  test.slow();
  await addPrivileges(organization);
  await organization.addSite("Autocom Lyon");
  await organization.addSite("Autocom Paris");
  await organization.addUser("Paul Roy");
  await signInTo(page, organization, organization.owner);

  await test.step("EBE-4: the user name follows the e-mail address, may be changed, and is unique", async () => {
    await entry(page, "Utilisateurs").click();
    await page.getByRole("link", { name: "Ajouter un utilisateur" }).first().click();
    await field(page, "Prénom").fill("Pauline");
    await field(page, "Nom de famille").fill("Roy");
    await field(page, "Adresse e-mail").fill("pauline.roy@harbour.example");
    await expect(field(page, "Nom d’utilisateur")).toHaveValue("pauline.roy");
    await field(page, "Nom d’utilisateur").fill("proy");
    await save(page);
    await expect(field(page, "Nom d’utilisateur")).toHaveAccessibleDescription(/déjà utilisé/);
    await expect(field(page, "Adresse e-mail")).toHaveValue("pauline.roy@harbour.example");
    await field(page, "Nom d’utilisateur").fill("pauline");
  });

  await test.step("EBE-5: ticked, the profile is an agent's, too; saved, it is in the list", async () => {
    await box(page, "Agent").check();
    await save(page);
    await expect(page.getByText(sentence("Utilisateur <pauline.roy@harbour.example> ajouté."))).toBeVisible();
    await expect(names(page)).toHaveText(["Paul Roy", "Pauline Roy", "Olga Winter"]);
    await view(page, "Agents").click();
    await expect(names(page)).toHaveText(["Pauline Roy"]);
  });

  const mail = await organization.mailTo({ login: "pauline.roy" }, /^Votre compte/);
  const hers = await anotherBrowser({ locale: "fr-BE" });

  await test.step("EBE-6: a profile alone grants nothing", async () => {
    await hers.goto(organization.path("/sign-in"));
    await fillInSignIn(hers, { login: "pauline", password: passwordIn(mail) });
    await field(hers, "Mot de passe actuel").fill(passwordIn(mail));
    await field(hers, "Nouveau mot de passe").fill(ANOTHER_PASSWORD);
    await hers.getByRole("button", { name: "Changer le mot de passe" }).click();
    await expect(hers.getByText("Vous n’administrez encore rien.", { exact: false })).toBeVisible();
    await expect(nav(hers).getByRole("link")).toHaveCount(0);
    await page.goto(organization.path("/administrators"));
    await expect(names(page)).toHaveText(["Olga Winter"]);
  });

  await test.step("EBE-7: privileges are assigned to the profile, for a PBX", async () => {
    await entry(page, "Privilèges").click();
    await page.getByRole("button", { name: "Attribuer de nouveaux privilèges" }).click();
    const assign = dialog(page, "Attribuer de nouveaux privilèges");
    await pick(assign, /^Profil d’utilisateur/, "Pauline", /Pauline Roy/);
    const privileges = assign.getByRole("group", { name: /^Privilèges/ });
    for (const name of ["Administrateur de VCC", "Facturation", "Gérer les administrateurs", "Utilisateurs"]) {
      await privileges.getByRole("searchbox").fill(name);
      await box(privileges, name).check();
    }
    await field(assign, "Où").selectOption({ label: "Certains sites" });
    await box(assign, "Autocom Paris").check();
    await expect(outlook(page)).toContainText("1 personne reçoit des droits");
    await assign.getByRole("button", { name: "Ajouter", exact: true }).click();
    await expect(page.getByText("Les privilèges ont été attribués.")).toBeVisible();
    await expect(row(page, "^Pauline Roy")).toContainText("Administrateur de VCC");
    await expect(row(page, "^Pauline Roy")).toContainText("Autocom Paris");
    await entry(page, "Administrateurs").click();
    await expect(names(page)).toHaveText(["Pauline Roy", "Olga Winter"]);
  });

  await test.step("EBE-5: whoever is both is listed as an agent and as an administrator", async () => {
    await entry(page, "Utilisateurs").click();
    for (const list of ["Agents", "Administrateurs"]) {
      await view(page, list).click();
      await expect(row(page, "Pauline Roy")).toContainText("Agent");
      await expect(row(page, "Pauline Roy")).toContainText("(2)");
    }
    await hers.reload();
    await expect(entry(hers, "Utilisateurs")).toBeVisible();
  });

  await test.step("EBE-5: without the box, an administrator only", async () => {
    await names(page).filter({ hasText: "Pauline" }).click();
    await box(page, "Agent").uncheck();
    await save(page);
    await expect(page.getByText(sentence("Les modifications concernant Pauline Roy ont été enregistrées."))).toBeVisible();
    await entry(page, "Utilisateurs").click();
    await view(page, "Agents").click();
    await expect(page.getByText("Aucun utilisateur trouvé")).toBeVisible();
    await view(page, "Administrateurs").click();
    await expect(row(page, "Pauline Roy")).toBeVisible();
  });
});

test("EBE-8: with one PBX it is chosen already, with several one chooses", async ({ page, organization }) => {
  await organization.addSite("Autocom Paris");
  const kim = await organization.addUser("Kim Morel");
  await signInTo(page, organization, organization.owner, `/privileges?user=${kim.id}`);
  const assign = dialog(page, "Attribuer de nouveaux privilèges");
  await expect(assign.getByRole("combobox", { name: /^Profil d’utilisateur/ })).toHaveValue("Kim Morel");
  await expect(box(assign, "Autocom Paris")).toBeChecked();
  await organization.addSite("Autocom Lyon");
  await page.reload();
  await field(assign, "Où").selectOption({ label: "Certains sites" });
  await expect(box(assign, "Autocom Lyon")).not.toBeChecked();
  await expect(box(assign, "Autocom Paris")).not.toBeChecked();
});

test("EBE-9: privileges are copied from a template, added or in place of others, to a new profile too, never beyond the copier's own", async ({ page, organization }) => {
  test.slow();
  await addPrivileges(organization);
  const [lyon, paris] = [await organization.addSite("Autocom Lyon"), await organization.addSite("Autocom Paris")];
  const kim = await organization.appoint("Kim Morel", { roles: ["users", "feature.billing"], sites: [paris, lyon] });
  const samir = await organization.appoint("Samir Roy", { roles: ["feature.call_log"], sites: [lyon] });
  await signInTo(page, organization, organization.owner, "/privileges");
  const copy = dialog(page, sentence("Copier les privilèges de Kim Morel"));
  const start = () => row(page, "^Kim Morel").getByRole("button", { name: "Copier" }).click();

  await test.step("EBE-9: to oneself or to the template itself is refused at the field", async () => {
    await start();
    await pick(copy, /^Vers qui/, "Kim", /Kim Morel/);
    // It comes after a moment, and the button is below it.
    await expect(copy.getByText("Cette personne détient déjà tout cela.")).toBeVisible();
    await copy.getByRole("button", { name: "Copier", exact: true }).click();
    await expect(copy.getByText("C’est la personne dont les privilèges sont copiés.", { exact: false })).toBeVisible();
  });

  await test.step("EBE-9: what is copied is added, with its PBXs", async () => {
    await pick(copy, /^Vers qui/, "Samir", /Samir Roy/);
    await expect(outlook(page)).toContainText("1 personne reçoit des droits");
    await copy.getByRole("button", { name: "Copier", exact: true }).click();
    await expect(page.getByText(sentence("2 privilèges ont été copiés."))).toBeVisible();
    expect(await held(organization, samir)).toEqual(["feature.billing", "feature.call_log", "users"]);
    const { grants } = await organization.call("GET", `/administrators/${samir.id}`);
    const both = { kind: "sites", sites: [lyon, paris].sort() };
    expect(grants.map((grant) => grant.scope)).toContainEqual(both);
  });

  await test.step("EBE-9: or it replaces what was held", async () => {
    await start();
    await pick(copy, /^Vers qui/, "Samir", /Samir Roy/);
    await field(copy, "Ce que devient ce que cette personne détient déjà").selectOption("replace");
    await expect(outlook(page)).toContainText("1 personne perd des droits");
    await copy.getByRole("button", { name: "Copier", exact: true }).click();
    await expect(copy).toHaveCount(0);
    expect(await held(organization, samir)).toEqual(await held(organization, kim));
  });

  await test.step("EBE-9: to somebody new, whose form begins with it", async () => {
    await start();
    await page.getByRole("link", { name: "Vers un nouvel administrateur" }).click();
    await expect(page.getByText(sentence("Ceci commence avec les privilèges de Kim Morel."))).toBeVisible();
    await expect(box(page, "Autocom Paris")).toBeChecked();
    await expect(box(page, "Utilisateurs")).toBeChecked();
  });

  await test.step("EBE-9: a copier copies what he may give himself, and is told what is left out", async () => {
    const zoe = await organization.appoint("Zoé Petit", { roles: ["system_default"], sites: [paris, lyon] });
    const scope = { kind: "sites", sites: [paris] };
    await organization.give({ user: zoe.id }, "administrators", { scope });
    await organization.give({ user: zoe.id }, "users", { scope });
    const uma = await organization.addUser("Uma Blanc", { site: paris });
    await page.goto(organization.path());
    await page.getByRole("button", { name: "Votre profil et vos préférences" }).click();
    await page.getByRole("menuitem", { name: "Déconnexion" }).click();
    await signInTo(page, organization, await organization.settle(zoe), "/privileges");
    await start();
    await pick(copy, /^Vers qui/, "Uma", /Uma Blanc/);
    await expect(copy.getByText(sentence("2 ne sont pas copiés : vous ne pouvez pas les donner"))).toBeVisible();
    await copy.getByRole("button", { name: "Copier", exact: true }).click();
    await expect(page.getByText(sentence("1 privilège a été copié."))).toBeVisible();
    const { grants } = await organization.call("GET", `/administrators/${uma.id}`);
    expect(grants.map((grant) => grant.scope)).toEqual([scope]);
  });
});

test("EBE-10, EBE-14, EBE-15: System default lets one look; a role made under security lets one do more", async ({ page, organization }) => {
  const kim = await organization.addUser("Kim Morel");
  await signInTo(page, organization, organization.owner, "/administrators/new");
  const action = (name, thing) => page.getByRole("checkbox", { name: sentence(`${thing} ${name}`) });

  await test.step("EBE-10: a new administrator begins with Défaut du système, which has view only", async () => {
    await expect(page.getByRole("checkbox", { name: /^Défaut du système/ })).toBeChecked();
    await page.goto(organization.path(`/roles/${await organization.roleId("system_default")}`));
    await expect(action("Voir", "Utilisateurs")).toBeChecked();
    for (const name of ["Ajouter", "Modifier"]) {
      await expect(action(name, "Utilisateurs")).not.toBeChecked();
    }
    await expect(page.getByText(/^Ce rôle fait partie du produit et reste tel quel\. Faites-en une copie/).first()).toBeVisible();
  });

  await test.step("EBE-10, EBE-15: a copy of it is given Ajouter and Modifier", async () => {
    const columns = page.getByRole("table").getByRole("columnheader");
    await expect(columns).toContainText(["Voir", "Ajouter", "Modifier"]);
    await page.getByRole("link", { name: "Faire une copie" }).click();
    await field(page, "Nom").fill("Superviseur");
    await action("Ajouter", "Utilisateurs").check();
    await action("Modifier", "Utilisateurs").check();
    await page.getByRole("button", { name: "Créer un rôle" }).click();
    await expect(page.getByText(sentence("Le rôle Superviseur a été créé."))).toBeVisible();
  });

  await test.step("EBE-14: the role is under Sécurité › Rôles, and chosen from a list", async () => {
    await expect(nav(page).getByRole("heading", { name: "Sécurité" })).toBeVisible();
    await entry(page, "Rôles").click();
    await expect(row(page, "^Superviseur")).toContainText("Le vôtre");
    await page.goto(organization.path(`/users/${kim.id}?tab=grants`));
    await page.getByRole("button", { name: "Attribuer un rôle" }).click();
    const give = dialog(page, "Attribuer un rôle");
    await field(give, "Rôle").selectOption({ label: "Superviseur" });
    await give.getByRole("button", { name: "Attribuer un rôle" }).click();
    await expect(records(page)).toContainText("Superviseur");
    expect(await held(organization, kim)).toEqual(["Superviseur"]);
  });

  await test.step("EBE-10: whoever has it may now add users, and still change no role", async () => {
    const settled = await organization.settle({ ...kim, name: "Kim Morel" });
    const person = { user_name: "nouveau", email: "nouveau@harbour.example", given_name: "Nou", family_name: "Veau" };
    const request = { person, site: null, password: { kind: "generated" } };
    await settled.api.call("POST", `/orgs/${organization.slug}/users`, request);
    const refused = await settled.api.call("POST", `/orgs/${organization.slug}/roles`, { details: { name: "X", permissions: [] } }).catch(String);
    expect(refused).toContain("403");
  });
});

test("EBE-11 to EBE-13: the list marks secondary administrators and opens them; what comes from the profile can be changed here", async ({ page, organization }) => {
  const paris = await organization.addSite("Autocom Paris");
  const samir = await organization.appoint("Samir Roy", { roles: ["users"] });
  await signInTo(page, organization, organization.owner);

  await test.step("EBE-11: (2) in the list of administrators, from which Afficher/Modifier opens the record", async () => {
    await entry(page, "Administrateurs").click();
    await expect(row(page, "Samir Roy").getByRole("rowheader")).toHaveText(/\(2\)\s*Administrateur secondaire/);
    await row(page, "Samir Roy").getByRole("link", { name: "Afficher/Modifier" }).click();
    await expect(heading(page)).toContainText("Samir Roy");
  });

  await test.step("EBE-12: name, e-mail address, user name, work location, SIP phone", async () => {
    await expect(field(page, "Nom d’utilisateur")).toHaveValue("sroy");
    await field(page, "Lieu de travail").selectOption({ label: "Autocom Paris" });
    await tab(page, "Contact principal");
    await expect(field(page, "Prénom")).toHaveValue("Samir");
    await expect(field(page, "Nom de famille")).toHaveValue("Roy");
    await expect(field(page, "Adresse e-mail")).toHaveValue("sroy@harbour.example");
    await field(page, "Téléphone SIP").fill("sip:samir@pbx.example");
  });

  await test.step("EBE-13: there is one record: what is changed here is changed in the profile", async () => {
    await field(page, "Adresse e-mail").fill("samir.roy@harbour.example");
    await tab(page, "Compte");
    await expect(page.getByText("Ces données viennent du profil de l’utilisateur.", { exact: false })).toBeVisible();
    await field(page, "Nom d’utilisateur").fill("samir.roy");
    await save(page);
    await expect(page.getByText(sentence("Les modifications de Samir Roy ont été enregistrées."))).toBeVisible();
    await page.goto(organization.path(`/users/${samir.id}`));
    await expect(field(page, "Nom d’utilisateur")).toHaveValue("samir.roy");
    await expect(field(page, "Adresse e-mail")).toHaveValue("samir.roy@harbour.example");
    await expect(field(page, "Téléphone SIP")).toHaveValue("sip:samir@pbx.example");
    const record = await organization.call("GET", `/users/${samir.id}`);
    expect(record.site).toBe(paris);
  });
});

test("EBE-16: the privileges that the account manager names hold for one PBX or several, and are copied from the column of actions", async ({ page, organization }) => {
  await addPrivileges(organization);
  const [lyon, paris] = [await organization.addSite("Autocom Lyon"), await organization.addSite("Autocom Paris")];
  const kim = await organization.appoint("Kim Morel", { roles: ["feature.billing"], sites: [paris] });
  await signInTo(page, organization, organization.owner, `/administrators/${kim.id}?tab=functions`);
  const panel = page.getByRole("tabpanel");
  for (const name of Object.values(PRIVILEGES)) {
    await panel.getByRole("searchbox").fill(name);
    await box(panel, name).check();
  }
  await save(page);
  await expect(page.getByText(sentence("Les modifications de Kim Morel ont été enregistrées."))).toBeVisible();
  const may = await hostOf(organization);
  for (const key of Object.keys(PRIVILEGES)) {
    expect(await may(kim, `feature.${key}:view`, paris), key).toBe(true);
    expect(await may(kim, `feature.${key}:view`, lyon), key).toBe(false);
  }
  await entry(page, "Privilèges").click();
  await expect(page.getByRole("columnheader").last()).toHaveText("Actions");
  await expect(row(page, "^Kim Morel").getByRole("cell").last().getByRole("button", { name: "Copier" })).toBeVisible();
});

test("EBE-17: rights limited to a group; the lists of roles and of administrators are narrowed and ordered", async ({ page, organization }) => {
  const queue = await organization.addGroup("File Ventes");
  const other = await organization.addGroup("File Support");
  await organization.call("POST", "/roles", { details: { name: "Superviseur", permissions: ["users:view"] } });
  const kim = await organization.settle(await organization.appoint("Kim Morel", { roles: ["dashboard"] }));
  await organization.give({ user: kim.id }, "groups", { scope: { kind: "groups", groups: [queue] } });
  await organization.appoint("Anna Blanc", { roles: ["Superviseur"] });
  await signInTo(page, organization, organization.owner, "/roles");
  await expect(names(page).first()).toHaveText("Administrateur de compte");
  await page.getByRole("columnheader", { name: "Nom" }).getByRole("button").click();
  await expect(names(page).last()).toHaveText("Administrateur de compte");
  await page.getByRole("main").getByRole("searchbox").fill("super");
  await expect(names(page)).toHaveText(["Superviseur"]);
  await page.getByRole("main").getByRole("searchbox").fill("");
  await view(page, "Le vôtre").click();
  await expect(names(page)).toHaveText(["Superviseur"]);

  await entry(page, "Administrateurs").click();
  await page.getByRole("columnheader", { name: "Nom", exact: true }).getByRole("button").click();
  await expect(names(page)).toHaveText(["Olga Winter", "Kim Morel", "Anna Blanc"]);
  await page.getByRole("main").getByRole("searchbox").fill("anna");
  await expect(names(page)).toHaveText(["Anna Blanc"]);

  const of = (group) => kim.api.call("GET", `/orgs/${organization.slug}/groups/${group}`).then(() => "seen", String);
  expect(await of(queue)).toBe("seen");
  expect(await of(other)).toContain("404");
});

test("EBE-18: a role that changes one kind of object alone; a change of it holds without signing in again", async ({ page, organization, anotherBrowser }) => {
  const role = await organization.call("POST", "/roles", { details: { name: "Paramètres des agents", permissions: ["users:view", "sites:view"] } });
  const anna = await organization.addUser("Anna Blanc");
  const kim = await organization.settle(await organization.appoint("Kim Morel", { roles: ["Paramètres des agents"] }));
  const hers = await anotherBrowser({ locale: "fr-BE" });
  await signInTo(hers, organization, kim, `/users/${anna.id}`);
  const sipPhone = field(hers, "Téléphone SIP");
  await expect(sipPhone).toHaveAttribute("readonly", "");

  await signInTo(page, organization, organization.owner, `/roles/${role.id}`);
  await page.getByRole("checkbox", { name: sentence("Utilisateurs Modifier") }).check();
  await expect(outlook(page)).toContainText("1 personne reçoit des droits");
  await save(page);
  await expect(page.getByText("Vos modifications ont été enregistrées.")).toBeVisible();

  await hers.reload();
  await sipPhone.fill("sip:anna@pbx.example");
  await save(hers);
  await expect(hers.getByText(sentence("Les modifications concernant Anna Blanc ont été enregistrées."))).toBeVisible();
  await hers.goto(organization.path("/sites/new"));
  await expect(hers.getByText(sentence("Il vous manque le droit d"))).toBeVisible();
});

test("EBE-19: somebody is given several roles, each in its scope; nobody gives anything to himself", async ({ page, organization }) => {
  const [lyon, paris] = [await organization.addSite("Autocom Lyon"), await organization.addSite("Autocom Paris")];
  const samir = await organization.settle(await organization.appoint("Samir Roy", { roles: ["administrators", "users"] }));
  const kim = await organization.addUser("Kim Morel", { site: paris });
  await signInTo(page, organization, organization.owner, `/users/${kim.id}?tab=grants`);
  const give = dialog(page, "Attribuer un rôle");
  for (const [role, site] of [["Utilisateurs", "Autocom Paris"], ["Rapports", "Autocom Lyon"]]) {
    await page.getByRole("button", { name: "Attribuer un rôle" }).click();
    await field(give, "Rôle").selectOption({ label: role });
    await field(give, "Où").selectOption({ label: "Certains sites" });
    await box(give, site).check();
    await give.getByRole("button", { name: "Attribuer un rôle" }).click();
    await expect(records(page).filter({ hasText: role })).toContainText(site);
  }
  const { grants } = await organization.call("GET", `/administrators/${kim.id}`);
  expect(grants.map((grant) => grant.scope.sites).flat().sort()).toEqual([lyon, paris].sort());

  await test.step("EBE-19: not to himself", async () => {
    await page.goto(organization.path(`/administrators/${organization.owner.id}`));
    await expect(page.getByText("Ceci est votre propre compte", { exact: false }).first()).toBeVisible();
    const scope = { kind: "organization" };
    const role = await organization.roleId("users");
    const give = (by, id) => by("POST", "/grants", { subject: { user: id }, grant: { role, scope } }).then(() => "given", String);
    const asOwner = (...request) => organization.call(...request);
    const asSamir = (method, path, body) => samir.api.call(method, `/orgs/${organization.slug}${path}`, body);
    expect(await give(asOwner, organization.owner.id)).toContain("on-oneself");
    expect(await give(asSamir, samir.id)).toContain("on-oneself");
  });
});
