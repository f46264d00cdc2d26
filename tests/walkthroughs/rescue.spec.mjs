// The organization tree of a remote support product's administration center, step by step, in the
// words that its people use (Dutch). Each step bears the number that it has in the description of that
// product.

import { expectAccessible } from "../e2e/support/axe.mjs";
import { Connector } from "../e2e/support/directory.mjs";
import { ANOTHER_PASSWORD, person } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, pick, sentence, showPassword, signInTo, test } from "../e2e/support/test.mjs";
import { carryTo, menuOf, openBranch, row, tree } from "../e2e/support/tree.mjs";

test.use({ locale: "nl-BE" });
// Several people, groups and looks in each.
test.describe.configure({ timeout: 120_000 });

const PASSWORD = "acht stille lantaarns bij de molen";
const dialog = (page) => page.getByRole("dialog");
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();
const choose = (page, name) => page.getByRole("menuitem", { name, exact: true }).click();
const outlook = (page) => dialog(page).getByRole("region", { name: "Wat dit verandert" });

const ADMINISTRATOR = [
  "users:view", "users:create", "users:update", "groups:view", "groups:create", "groups:update", "groups:delete",
  "administrators:view", "administrators:create", "administrators:update", "administrators:grant", "roles:view", "notes:view",
];

/** Technicians in Ghent may read notes there, those in Namur nothing yet; Elsewhere is another department. */
async function center(organization) {
  const { version, settings } = await organization.call("GET", "/settings");
  settings.password_policy.administrators_type_passwords = true;
  await organization.call("PUT", "/settings", { version, settings });
  const role = (name, permissions) => organization.call("POST", "/roles", { details: { name, permissions } });
  await role("Technicus", ["notes:view"]);
  await role("Technicusbeheerder", ADMINISTRATOR);
  const all = await organization.addGroup("Technici");
  const gent = await organization.addGroup("Gent", { parent: all });
  const namen = await organization.addGroup("Namen", { parent: all });
  const elders = await organization.addGroup("Elders");
  await organization.give({ group: gent }, "Technicus", { scope: { kind: "groups", groups: [gent] } });
  return { all, gent, namen, elders };
}

/** An administrator of some groups; with all of what there is to see, if wanted. */
async function administrator(organization, groups, { sees = false } = {}) {
  const role = await organization.roleId("Technicusbeheerder");
  const everything = await organization.roleId("system_default");
  const grants = [{ role, scope: { kind: "groups", groups } }];
  const more = sees ? [{ role: everything, scope: { kind: "organization" } }] : [];
  const request = { person: person("Bea Heer"), grants: [...grants, ...more], password: { kind: "generated" } };
  const made = await organization.call("POST", "/administrators", request);
  return organization.settle({ name: "Bea Heer", login: "bheer", id: made.id, password: made.temporary_password });
}

/** Fills in the dialog that makes a technician, and makes him. */
async function create(page, name, email) {
  await field(dialog(page), "Naam").fill(name);
  await field(dialog(page), "E-mailadres").fill(email);
  await showPassword(page, dialog(page));
  await press(dialog(page), "Technicus maken");
  await press(dialog(page), "Ik heb het doorgegeven");
}

test("RSC-1, RSC-2, RSC-3: a master administrator makes technicians anywhere, and they inherit from the group", async ({ page, organization }) => {
  const { all } = await center(organization);
  await signInTo(page, organization, organization.owner, `/groups?open=${all}`);
  await expect(tree(page)).toHaveAccessibleName("Organisatiestructuur");
  await expectAccessible(page, "tree");
  await test.step("RSC-3: right click on the group", async () => {
    await row(page, /^Gent/).click({ button: "right" });
    await expectAccessible(page, "menu of a group");
    await choose(page, "Technicus maken");
    await expect(dialog(page)).toHaveAccessibleName(sentence("Technicus maken in Gent"));
    await expect(field(dialog(page), "Minimale wachtwoordsterkte")).toHaveValue("Goed");
    await press(dialog(page), "Technicus maken");
    await expect(field(dialog(page), "Naam")).toHaveAccessibleDescription(/^Vul dit in\./);
    await expectAccessible(page, "a new technician");
    await create(page, "Jan van den Berg", "jan@haven.example");
    await expect(row(page, "Jan van den Berg")).toBeVisible();
  });
  await test.step("RSC-3: with the keyboard, and with the button of the row", async () => {
    await row(page, /^Namen/).click();
    await tree(page).focus();
    await page.keyboard.press("Shift+F10");
    await expect(page.getByRole("menu")).toHaveAccessibleName("Namen");
    await page.keyboard.press("Enter");
    await create(page, "An Vos", "an@haven.example");
    await expect(row(page, "An Vos")).toBeVisible();
    await row(page, /^Elders/).getByRole("button", { name: "Wat u kunt doen" }).click();
    await choose(page, "Technicus maken");
    await create(page, "Bo Claes", "bo@haven.example");
    await expect(row(page, "Bo Claes")).toBeVisible();
  });
  await test.step("RSC-2: what is inherited is shown with its source", async () => {
    await row(page, "Jan van den Berg").click();
    await page.getByRole("tab", { name: "Overgenomen rechten" }).click();
    const inherited = page.getByRole("list", { name: "Overgenomen rechten" }).getByRole("listitem");
    await expect(inherited).toContainText("Technicus");
    await expect(inherited).toContainText("Gent");
    await row(page, "An Vos").click();
    await expect(page.getByText("Er wordt niets overgenomen")).toBeVisible();
    await expectAccessible(page, "nothing inherited");
  });
});

test("RSC-1: an administrator makes technicians in his groups and nowhere else", async ({ page, organization }) => {
  const { gent, elders } = await center(organization);
  const bea = await administrator(organization, [gent]);
  await signInTo(page, organization, bea, "/groups");
  await expect(row(page, /^Gent/)).toBeVisible();
  await expect(tree(page).getByRole("treeitem")).toHaveCount(1);
  await menuOf(page, /^Gent/);
  await choose(page, "Technicus maken");
  await create(page, "Jan Maes", "jan@haven.example");
  await expect(row(page, "Jan Maes")).toBeVisible();
  for (const group of [elders, null]) {
    const request = { person: person("An Vos"), site: null, group, password: { kind: "generated" } };
    const answer = await bea.api.call("POST", `/orgs/${organization.slug}/users`, request).catch(String);
    expect(answer).toMatch(/unknown_group|forbidden/);
  }
});

test("RSC-4, RSC-5, RSC-6: a technician's configuration", async ({ page, organization, anotherBrowser }) => {
  const { gent } = await center(organization);
  const jan = await organization.addUser("Jan Maes");
  await organization.join(gent, jan);
  await signInTo(page, organization, organization.owner, `/groups?open=${gent}&group=${gent}`);
  await openBranch(page, /^Technici/);
  await test.step("RSC-4: selecting in the tree opens the configuration", async () => {
    await row(page, "Jan Maes").click();
    await expect(page.getByRole("tab", { name: "Organisatie", selected: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: "Configuratie" })).toBeVisible();
    await expectAccessible(page, "a technician");
    await page.reload();
    await expect(field(page, "Naam")).toHaveValue("Jan Maes");
  });
  await test.step("RSC-5: name, nickname, address, single sign-on, description, password", async () => {
    await field(page, "Naam").fill("Jan");
    await press(page, "Wijzigingen opslaan");
    await expect(field(page, "Naam")).toHaveAttribute("aria-invalid", "true");
    await field(page, "Naam").fill("Jan van Maes");
    await field(page, "Bijnaam").fill("Henk");
    await field(page, "E-mailadres").fill("henk@haven.example");
    await field(page, "Single sign-on-ID").fill("jvm");
    await field(page, "Beschrijving").fill("Kade 3");
    await expect(field(page, "Minimale wachtwoordsterkte")).toHaveValue("Goed");
    await expect(field(page, "Minimale wachtwoordsterkte")).toHaveAttribute("readonly");
    await field(page, "Nieuw wachtwoord").fill("kort");
    await press(page, "Wijzigingen opslaan");
    await expect(field(page, "Nieuw wachtwoord")).toHaveAttribute("aria-invalid", "true");
    await field(page, "Nieuw wachtwoord").fill(PASSWORD);
    await press(page, "Wijzigingen opslaan");
    await expect(page.getByText(sentence("De wijzigingen aan Jan van Maes zijn opgeslagen."))).toBeVisible();
    await expect(row(page, "Jan van Maes")).toBeVisible();
    const { person: saved } = await organization.call("GET", `/users/${jan.id}`);
    expect(saved).toMatchObject({ given_name: "Jan", family_name: "van Maes", nick_name: "Henk", sso_id: "jvm" });
  });
  await test.step("RSC-6: enabled or not, saved with the rest", async () => {
    await field(page, "Status").selectOption("Uitgeschakeld");
    await press(page, "Wijzigingen opslaan");
    await expect(row(page, /^Jan van Maes, Uitgeschakeld/)).toBeVisible();
    const his = await anotherBrowser({ locale: "nl-BE" });
    await his.goto(organization.path("/sign-in"));
    await fillInSignIn(his, { login: "henk@haven.example", password: PASSWORD });
    await expect(his.getByRole("alert")).toBeVisible();
    await field(page, "Status").selectOption("Ingeschakeld");
    await press(page, "Wijzigingen opslaan");
    await expect(row(page, /^Jan van Maes$/)).toBeVisible();
    await fillInSignIn(his, { login: "henk@haven.example", password: PASSWORD });
    await expect(heading(his)).toHaveText("Kies uw eigen wachtwoord");
    await field(his, "Huidig wachtwoord").fill(PASSWORD);
    await field(his, "Nieuw wachtwoord").fill(ANOTHER_PASSWORD);
    await press(his, "Wachtwoord wijzigen");
    await expect(heading(his)).not.toHaveText("Kies uw eigen wachtwoord");
  });
});

test("RSC-7: a technician is moved by dragging and by the menu, and what he inherits with him", async ({ page, organization }) => {
  const { all, gent, namen, elders } = await center(organization);
  const jan = await organization.addUser("Jan Maes");
  await organization.join(gent, jan);
  const bea = await administrator(organization, [all], { sees: true });
  await signInTo(page, organization, bea, `/groups?open=${all}.${gent}.${namen}`);
  const members = async (group) => (await organization.call("GET", `/groups/${group}/members`)).items.map((it) => it.name);
  await test.step("RSC-7: dragging shows before which groups take him", async () => {
    await carryTo(page, "Jan Maes", /^Namen/, async () => {
      await expect(row(page, /^Namen/)).toHaveClass(/tree-takes/);
      await expect(row(page, /^Elders/)).toHaveClass(/tree-refuses/);
      await expect(page.getByRole("status").filter({ hasText: sentence("Laat los om naar Namen te verplaatsen.") })).toBeVisible();
      await expectAccessible(page, "somebody is carried");
    });
    await expect(dialog(page)).toHaveAccessibleName(sentence("Jan Maes naar een technicusgroep verplaatsen"));
    await expect(outlook(page)).toContainText("1 persoon verliest rechten");
    await press(dialog(page), "Verplaatsen");
    await expect(page.getByText(sentence("Jan Maes zit nu in Namen."))).toBeVisible();
    expect([await members(gent), await members(namen)]).toEqual([[], ["Jan Maes"]]);
  });
  await test.step("RSC-7: a group beyond one's reach takes nobody", async () => {
    await carryTo(page, "Jan Maes", /^Elders/, async () => {
      await expect(row(page, /^Elders/)).toHaveClass(/tree-refuses/);
    });
    await expect(dialog(page)).toHaveCount(0);
    expect(await members(namen)).toEqual(["Jan Maes"]);
    const path = `/orgs/${organization.slug}/groups/${namen}/members/${jan.id}/move`;
    expect(await bea.api.call("POST", path, { to: elders }).catch(String)).toContain("forbidden");
  });
  await test.step("RSC-7: Naar technicusgroep verplaatsen", async () => {
    await menuOf(page, "Jan Maes");
    await choose(page, "Naar technicusgroep verplaatsen");
    await pick(dialog(page), "Technicusgroep", "Gent");
    await expect(outlook(page)).toContainText("1 persoon krijgt rechten");
    await expectAccessible(page, "moving a technician");
    await press(dialog(page), "Verplaatsen");
    await expect(page.getByText(sentence("Jan Maes zit nu in Gent."))).toBeVisible();
    expect(await members(gent)).toEqual(["Jan Maes"]);
  });
});

test("RSC-10: the tree is searched, opened and closed, and administrators are assigned in it", async ({ page, organization }) => {
  const { gent } = await center(organization);
  await organization.join(gent, await organization.addUser("Jan Maes"));
  const carla = await organization.settle(await organization.addUser("Carla Baas"));
  await signInTo(page, organization, organization.owner, "/groups");
  await expect(row(page, /^Gent/)).toHaveCount(0);
  await openBranch(page, /^Technici/);
  await openBranch(page, /^Gent/);
  await expect(row(page, "Jan Maes")).toBeVisible();
  await tree(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "Jan Maes")).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Groepen en personen zoeken" }).fill("maes");
  await expect(row(page, /^Jan Maes/)).toBeVisible();
  await expect(tree(page).getByRole("treeitem")).toHaveCount(1);
  await row(page, /^Jan Maes/).click();
  await expect(field(page, "Naam")).toHaveValue("Jan Maes");
  await page.getByRole("searchbox", { name: "Groepen en personen zoeken" }).fill("");
  await menuOf(page, /^Gent/);
  await choose(page, "Beheerder toewijzen");
  await pick(dialog(page), "Beheerder", "carla", /Carla Baas/);
  await field(dialog(page), "Rol").selectOption("Technicusbeheerder");
  await expect(outlook(page)).toContainText("Carla Baas");
  await expectAccessible(page, "assigning an administrator");
  await press(dialog(page), "Toewijzen");
  await expect(page.getByText("De beheerder is aan de groep toegewezen.")).toBeVisible();
  const groups = await carla.api.call("GET", `/orgs/${organization.slug}/groups`);
  expect(groups.items.map((group) => group.details.name)).toEqual(["Gent"]);
});

test("RSC-11: groups are made under one's own, described, and their permissions locked", async ({ page, organization, anotherBrowser }) => {
  const { all, gent } = await center(organization);
  const bea = await administrator(organization, [gent]);
  const hers = await anotherBrowser({ locale: "nl-BE" });
  await signInTo(hers, organization, bea, "/groups");
  await test.step("RSC-11: an administrator makes groups only under his own", async () => {
    await menuOf(hers, /^Gent/);
    await choose(hers, "Groep eronder toevoegen");
    await field(dialog(hers), "Naam").fill("Nacht");
    await press(dialog(hers), "Groep maken");
    await expect(row(hers, /^Nacht/)).toBeVisible();
    const at_top = { kind: "team", parent: null, details: { name: "Top" } };
    expect(await bea.api.call("POST", `/orgs/${organization.slug}/groups`, at_top).catch(String)).toContain("forbidden");
  });
  await test.step("RSC-11: a group has a name, a description and a list of permissions", async () => {
    await row(hers, /^Nacht/).click();
    await field(hers, "Beschrijving").fill("Van tien tot zes");
    await press(hers, "Opslaan");
    await expect(hers.getByText("Uw wijzigingen zijn opgeslagen.")).toBeVisible();
    await row(hers, /^Gent/).click();
    await hers.getByRole("tab", { name: "Toekenningen" }).click();
    await expect(hers.getByRole("list", { name: "Toekenningen" }).getByRole("listitem")).toContainText("Technicus");
  });
  await test.step("RSC-11: and a status: what a disabled group is given does not count", async () => {
    const inherited = async () => (await bea.api.call("GET", `/orgs/${organization.slug}/groups/${gent}`)).inherited.length;
    await hers.getByRole("tab", { name: "Organisatie" }).click();
    await press(hers, "Groep uitschakelen");
    await expect(outlook(hers)).toBeVisible();
    await expectAccessible(hers, "disabling a group");
    await press(dialog(hers), "Groep uitschakelen");
    await expect(hers.getByText("Wat deze groep krijgt, telt niet.")).toBeVisible();
    await expect(row(hers, /^Gent/)).toContainText("Uitgeschakeld");
    expect(await inherited()).toBe(0);
    await press(hers, "Groep inschakelen");
    await press(dialog(hers), "Groep inschakelen");
    await expect(hers.getByText("De groep is actief: haar leden hebben wat ze krijgt.")).toBeVisible();
    expect(await inherited()).toBe(1);
    await hers.getByRole("tab", { name: "Toekenningen" }).click();
  });
  await test.step("RSC-11: a master administrator locks them, with a reason", async () => {
    await signInTo(page, organization, organization.owner, `/groups?open=${all}&group=${gent}`);
    await press(page, "Rechten vergrendelen");
    await field(dialog(page), "Reden").fill("Afgesproken met de directie");
    await press(dialog(page), "Rechten vergrendelen");
    await expect(page.getByText(sentence("De rechten zijn vergrendeld: Afgesproken met de directie"))).toBeVisible();
    await expectAccessible(page, "a locked group");
  });
  await test.step("RSC-11: an administrator of the group cannot change them any more", async () => {
    await hers.reload();
    await hers.getByRole("button", { name: "Intrekken" }).click();
    await expect(dialog(hers).getByRole("button", { name: "Intrekken" })).toHaveAccessibleDescription(/vergrendeld/);
    const page = await bea.api.call("GET", `/orgs/${organization.slug}/groups/${gent}`);
    const path = `/orgs/${organization.slug}/grants/${page.grants[0].id}`;
    expect(await bea.api.call("DELETE", path).catch(String)).toContain("permissions-locked");
  });
  await test.step("RSC-11: and can again once they are unlocked", async () => {
    await press(page, "Rechten ontgrendelen");
    await press(dialog(page), "Rechten ontgrendelen");
    await expect(page.getByRole("button", { name: "Rechten vergrendelen" })).toBeVisible();
    await hers.reload();
    await hers.getByRole("button", { name: "Intrekken" }).click();
    await press(dialog(hers), "Intrekken");
    await expect(hers.getByText("Aan deze groep is niets gegeven")).toBeVisible();
  });
});

test("RSC-40, RSC-41: a directory's token is generated and copied, and its default password must be changed", async ({ page, organization, context, anotherBrowser }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await center(organization);
  await signInTo(page, organization, organization.owner, "/directories");
  await expect(heading(page)).toHaveText("Active Directory-synchronisatie");
  await page.getByRole("button", { name: "Nieuwe directory" }).first().click();
  await field(dialog(page), "Naam").fill("Hoofdkantoor");
  await test.step("RSC-41: the default password", async () => {
    await field(dialog(page), "Hoe nieuwe gebruikers binnenkomen").selectOption("Met het standaardwachtwoord, dat gewijzigd moet worden");
    await field(dialog(page), "Standaardwachtwoord").fill("kort");
    await press(dialog(page), "Genereren en kopiëren");
    await expect(field(dialog(page), "Standaardwachtwoord")).toHaveAccessibleDescription(/Minstens 15 tekens/);
    await field(dialog(page), "Standaardwachtwoord").fill(PASSWORD);
    await expectAccessible(page, "a directory with a default password");
  });
  await test.step("RSC-40: Genereren en kopiëren", async () => {
    await press(dialog(page), "Genereren en kopiëren");
    const token = await dialog(page).getByRole("status", { name: "Token" }).textContent();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(token);
    await press(dialog(page), "Ik heb het bewaard");
    await new Connector(organization, token).add("Jan Berg");
  });
  await test.step("RSC-41: it must be changed at the first sign-in", async () => {
    const his = await anotherBrowser({ locale: "nl-BE" });
    await his.goto(organization.path("/sign-in"));
    await fillInSignIn(his, { login: "jberg", password: PASSWORD });
    await expect(heading(his)).toHaveText("Kies uw eigen wachtwoord");
  });
});

test("RSC-43: a directory fills a group of technicians that carries permissions, and disables them when they leave", async ({ page, organization }) => {
  const gent = await organization.addGroup("Gent");
  await organization.give({ group: gent }, "users");
  const connector = await Connector.create(organization, { name: "Hoofdkantoor" });
  await test.step("only when somebody who may do that says so", async () => {
    await expect(connector.add("Jan Berg", { team: gent })).rejects.toThrow(/403/);
    await signInTo(page, organization, organization.owner, `/directories/${connector.id}`);
    const box = page.getByRole("checkbox", { name: "Ook teams die rechten geven" });
    await expect(box).toHaveAccessibleDescription(/Van hem en van eigenaars blijft ze af\./);
    await box.check();
    await press(page, "Opslaan");
    await expect(page.getByText("Ook teams met rechten", { exact: false })).toBeVisible();
    await expectAccessible(page, "a directory that fills teams with permissions");
  });
  await test.step("he is added to the group, and disabled when he is gone", async () => {
    const jan = await connector.add("Jan Berg", { team: gent });
    expect(Connector.teamOf(jan)).toBe(gent);
    await connector.scim("DELETE", `/Users/${jan.id}`);
    await page.goto(organization.path(`/users/${jan.id}`));
    await expect(page.getByText("Uitgeschakeld", { exact: true }).first()).toBeVisible();
  });
});

test("RSC-45, RSC-46, RSC-47: a directory disables and frees seats, and moves nobody back whom an administrator has moved", async ({ page, organization }) => {
  // Teams that carry nothing: no directory gives anybody authority.
  const gent = await organization.addGroup("Gent");
  const namen = await organization.addGroup("Namen");
  const connector = await Connector.create(organization, { name: "Hoofdkantoor" });
  const details = { name: "Mobiel", quantity: 1, released_on_disable: true };
  const license = await organization.call("POST", "/licenses", { details });
  const jan = await connector.add("Jan Berg", { team: gent });
  await organization.call("POST", `/users/${jan.id}/assignments`, { asset: { license: license.id } });
  await test.step("RSC-46: he is moved by hand, and the directory does not move him back", async () => {
    await organization.call("POST", `/groups/${gent}/members/${jan.id}/move`, { to: namen });
    const said = await connector.change(jan, [Connector.into(gent), { op: "replace", path: "name.givenName", value: "Johan" }]);
    expect(Connector.teamOf(said)).toBe(namen);
    expect(said.name.givenName).toBe("Johan");
  });
  await test.step("RSC-45, RSC-47: removed there, he is disabled here, and his mobile seat is free", async () => {
    await connector.scim("DELETE", `/Users/${jan.id}`);
    await signInTo(page, organization, organization.owner, `/users/${jan.id}`);
    await expect(heading(page)).toHaveText("Johan Berg");
    await expect(page.getByText("Uitgeschakeld", { exact: true }).first()).toBeVisible();
    expect((await organization.call("GET", `/licenses/${license.id}`)).assigned).toBe(0);
  });
});

test("RSC-48: Logboekregistratie Active Directory tells why a run failed", async ({ page, organization }) => {
  const connector = await Connector.create(organization, { name: "Hoofdkantoor" });
  await connector.fail("ldaps://dc1: 49 invalid credentials");
  const run = await connector.begin({ read: 1, added: 1 });
  await connector.report(run, [["Jan Berg", "add", "emails: in gebruik"]], { read: 1, failed: 1 });
  await signInTo(page, organization, organization.owner, `/directories/${connector.id}`);
  const log = page.getByRole("table", { name: "Logboekregistratie Active Directory" });
  await expect(log).toContainText("49 invalid credentials");
  await log.getByRole("link").first().click();
  await expect(page.getByRole("table", { name: "Stappen" })).toContainText("emails: in gebruik");
  await expectAccessible(page, "the log of a run");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Logboek downloaden")]);
  expect(download.suggestedFilename()).toMatch(/\.csv$/);
});
