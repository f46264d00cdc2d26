// Importing technicians as the administration center of a remote support product does it, step by
// step, in the words that its people use (Dutch). Each step bears the number that it has in the
// description of that product.

import { readFile } from "node:fs/promises";

import { expectAccessible } from "../e2e/support/axe.mjs";
import { ANOTHER_PASSWORD } from "../e2e/support/organization.mjs";
import { expect, field, fillInSignIn, heading, pick, sentence, signInTo, test } from "../e2e/support/test.mjs";

test.use({ locale: "nl-BE" });

const HEAD = "name,nickname,email,sso_id,description,password,enabled,standard_license,mobile_license,group_id";
const PASSWORD = "acht stille lantaarns bij de molen";

const file = (rows, delimiter = ",") => [HEAD, ...rows].join("\r\n").replaceAll(",", delimiter);
const upload = (page, text, name = "technici.csv") => {
  const buffer = typeof text === "string" ? Buffer.from(text) : text;
  return page.getByLabel("Bestand uploaden").setInputFiles({ name, mimeType: "text/csv", buffer });
};
const press = (page, name) => page.getByRole("button", { name, exact: true }).click();
const choose = (page, label, option) => field(page, label).selectOption(option);
const row = (page, name) => page.getByRole("row", { name });

/** An organization where administrators type passwords, with one technician group and licenses. */
async function center(organization, { mobile = 5 } = {}) {
  const { version, settings } = await organization.call("GET", "/settings");
  settings.password_policy.administrators_type_passwords = true;
  await organization.call("PUT", "/settings", { version, settings });
  const license = (name, quantity, released_on_disable) =>
    organization.call("POST", "/licenses", { details: { name, quantity, released_on_disable } });
  await license("Standaard", 5, false);
  await license("Mobiel", mobile, true);
  return { group: await organization.addGroup("Technicusgroep Gent") };
}

async function open(page, organization) {
  await signInTo(page, organization, organization.owner, "/users");
  await page.getByRole("link", { name: "Technici importeren" }).click();
  await expect(heading(page)).toHaveText("Technici importeren");
}

/** Chooses both licenses for all rows. */
async function withLicenses(page) {
  await choose(page, "Standaardlicentie", { label: "Standaard (5)" });
  await choose(page, "Mobiele licentie", { index: 1 });
}

async function downloaded(page, button) {
  const download = page.waitForEvent("download");
  await press(page, button);
  return readFile(await (await download).path(), "utf8");
}

test("RSC-20, RSC-21: the page, its samples, and every delimiter and encoding", async ({ page, organization }) => {
  await center(organization);
  await open(page, organization);
  await expectAccessible(page, "import");
  await expect(field(page, "Scheidingsteken van het voorbeeld")).toHaveValue("semicolon");
  expect(await downloaded(page, "Voorbeeldbestand (.csv)")).toContain(HEAD.replaceAll(",", ";"));
  await choose(page, "Scheidingsteken van het voorbeeld", "Tab");
  expect(await downloaded(page, "Voorbeeldbestand (.csv)")).toContain(HEAD.replaceAll(",", "\t"));
  const json = JSON.parse(await downloaded(page, "Voorbeeldbestand (.json)"));
  expect(Object.keys(json[0]).join(",")).toBe(HEAD);

  const one = `Zoë Claes,,zoe@haven.example,,,${PASSWORD},ja,nee,nee,`;
  for (const text of [file([one]), file([one], ";"), file([one], "\t"), `\ufeff${file([one])}`]) {
    await upload(page, text);
    await expect(page.getByText(sentence("technici.csv: één rij."))).toBeVisible();
  }
  await upload(page, Buffer.from(`\ufeff${file([one])}`, "utf16le"));
  await expect(page.getByText(sentence("technici.csv: één rij."))).toBeVisible();
  await upload(page, Buffer.from(file([one]), "latin1"));
  await expect(page.getByText(/Het bestand zegt niet hoe de letters gecodeerd zijn/)).toBeVisible();
  await expect(field(page, "Codering")).toHaveValue("windows-1252");
  await press(page, "Zo lezen");
  await press(page, "Controleren");
  await expect(row(page, /Zoë Claes/)).toContainText("Wordt toegevoegd");
});

test("RSC-22, RSC-26: one group for all goes before the groups in the file", async ({ page, organization }) => {
  const { group } = await center(organization);
  const other = await organization.addGroup("Technicusgroep Namen");
  await open(page, organization);
  await upload(page, file([`Jan Maes,,jan@haven.example,,,${PASSWORD},1,0,0,${other}`, `An Vos,,an@haven.example,,,${PASSWORD},1,0,0,nergens`]));
  await press(page, "Controleren");
  await expect(row(page, /An Vos/)).toContainText("Deze groep bestaat niet meer");
  await press(page, "Rij 2 verbeteren");
  await field(page.getByRole("dialog"), "group_id").fill("");
  await press(page, "In de rij zetten");
  await expect(row(page, /An Vos/)).toContainText("Wordt toegevoegd");
  await pick(page, /Technicusgroep .* zoeken/, "Technicusgroep Gent");
  await press(page, "Controleren");
  await expect(row(page, /Jan Maes/)).toContainText("Genegeerd: de hierboven gekozen groep geldt voor alle rijen.");
  await press(page, "Importeren starten");
  await expect(heading(page)).toHaveText("Importoverzicht");
  const members = await organization.call("GET", `/groups/${group}/members`);
  expect(members.items.map((member) => member.email)).toEqual(["jan@haven.example", "an@haven.example"]);
});

test("RSC-23, RSC-25, RSC-30, RSC-31: every success and failure is listed, and stands in the file", async ({ page, organization }) => {
  await center(organization, { mobile: 1 });
  await organization.addUser("Anna Peeters");
  await open(page, organization);
  const rows = [
    `Jan Maes;;jan@haven.example;;=1+1;${PASSWORD};ja;oui;1;`,
    `An Vos;;an@haven.example;;;${PASSWORD};yes;false;true;`,
    `Jan Maes;;jan@haven.example;;;${PASSWORD};1;0;0;`,
    `Anna Peeters;;apeeters@harbour.example;;;${PASSWORD};1;0;0;`,
    "Bo Claes;;bo@haven.example;;;kort;1;0;0;nergens",
    ";;;;;;;;misschien;",
  ];
  await upload(page, [HEAD.replaceAll(",", ";"), ...rows].join("\r\n"));
  await withLicenses(page);
  await press(page, "Controleren");
  await expect(page.getByText("Rijen die geïmporteerd kunnen worden: 1. Geweigerd: 5.")).toBeVisible();
  await expectAccessible(page, "import");
  await press(page, "Importeren starten");
  await expect(heading(page)).toHaveText("Importoverzicht");
  await expect(page.getByText("Gelukt: 1. Mislukt: 5.")).toBeVisible();
  await expectAccessible(page, "import");
  const told = async () => {
    await expect(page.getByRole("row").nth(1)).toContainText("Toegevoegd");
    await expect(page.getByRole("row").nth(2)).toContainText("mobile_license");
    await expect(page.getByRole("row").nth(3)).toContainText(sentence("email: Rij 1 heeft dit al."));
    await expect(page.getByRole("row").nth(4)).toContainText("email: Dit is al in gebruik.");
    await expect(page.getByRole("row").nth(5)).toContainText("group_id: Deze groep bestaat niet meer");
    await expect(page.getByRole("row").nth(6)).toContainText(/name: Vul dit in\..*enabled: Vul dit in\..*mobile_license: Schrijf ja of nee/);
  };
  await told();
  const lines = (await downloaded(page, "Resultaatbestand")).split("\r\n");
  expect(lines[0]).toBe(`\ufeff${HEAD.replaceAll(",", ";")};result`);
  expect(lines[1]).toBe(`Jan Maes;;jan@haven.example;;'=1+1;${PASSWORD};ja;oui;1;;Toegevoegd`);
  expect(lines[2]).toMatch(/;Mislukt mobile_license: /);
  await page.reload();
  await told();
});

test("RSC-24: a header that is not the sample's refuses the file, and says which column stands where", async ({ page, organization }) => {
  await center(organization);
  await open(page, organization);
  const header = async (change, refusal) => {
    await upload(page, `${change}\r\nx`);
    await expect(page.getByRole("alert")).toHaveText(sentence(refusal));
  };
  await header(HEAD.replace("nickname,email", "email,nickname"), "Kolom 2 moet “nickname” zijn, maar is “email”. Neem de kolomkoppen van het voorbeeld over.");
  await header(HEAD.replace(",group_id", ""), "In de kolomkoppen ontbreekt “group_id” als kolom 10. Neem de kolomkoppen van het voorbeeld over.");
  await header(HEAD.replace("sso_id", "sso"), "Kolom 4 moet “sso_id” zijn, maar is “sso”. Neem de kolomkoppen van het voorbeeld over.");
  await header(`${HEAD},extra`, "Kolom 11, “extra”, is er één te veel. Verwijder die.");
});

test("RSC-27: five hundred technicians and not one more; blank lines do not count", async ({ page, organization }) => {
  await center(organization);
  await open(page, organization);
  const rows = Array.from({ length: 501 }, (_, at) => `Jan Maes,,jan.${at}@haven.example,,,,1,0,0,`);
  await choose(page, "Wachtwoorden", "Nog geen");
  await upload(page, file(rows));
  await press(page, "Controleren");
  await expect(page.getByRole("alert")).toHaveText(sentence("Er kunnen hoogstens 500 rijen tegelijk worden geïmporteerd. Verdeel het bestand."));
  await upload(page, `${file(rows.slice(0, 500))}\r\n\r\n,,,,,,,,,\r\n`);
  await press(page, "Controleren");
  await expect(page.getByText("Rijen die geïmporteerd kunnen worden: 500. Geweigerd: 0.")).toBeVisible();
  await press(page, "Importeren starten");
  await expect(page.getByText("Gelukt: 500. Mislukt: 0.")).toBeVisible();
});

test("RSC-28, RSC-29: each row has a password, which must be changed at the first sign-in", async ({ page, organization, anotherBrowser }) => {
  await center(organization);
  await open(page, organization);
  await expect(page.getByText("Iedereen kiest bij de eerste aanmelding een ander wachtwoord.")).toBeVisible();
  const rows = [`Jan van den Berg,Jantje,jan@haven.example,jan,Kade,${PASSWORD},ja,nee,nee,`, "An Vos,,an@haven.example,,,,ja,nee,nee,"];
  await upload(page, file(rows));
  await press(page, "Controleren");
  await expect(row(page, /An Vos/)).toContainText("password: Vul dit in.");
  await press(page, "Importeren starten");
  await expect(page.getByText("Gelukt: 1. Mislukt: 1.")).toBeVisible();
  const his = await anotherBrowser({ locale: "nl-BE" });
  await his.goto(organization.path("/sign-in"));
  await fillInSignIn(his, { login: "jan@haven.example", password: PASSWORD });
  await expect(heading(his)).toHaveText("Kies uw eigen wachtwoord");
  await field(his, "Huidig wachtwoord").fill(PASSWORD);
  await field(his, "Nieuw wachtwoord").fill(ANOTHER_PASSWORD);
  await his.getByRole("button", { name: "Wachtwoord wijzigen" }).click();
  await expect(heading(his)).not.toHaveText("Kies uw eigen wachtwoord");
});
