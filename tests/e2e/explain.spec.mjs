// Why somebody may or may not, seeing as somebody else, and what the organization's own product
// asks for.

import { expectAccessible } from "./support/axe.mjs";
import { expect, field, heading, sentence, signInTo, test } from "./support/test.mjs";

test("pourquoi quelqu’un peut ou ne peut pas", async ({ browser, organization }) => {
  const north = await organization.addSite("Nord");
  const ada = await organization.appoint("Ada Moor", { roles: ["users"], sites: [north] });
  const context = await browser.newContext({ locale: "fr-BE" });
  const page = await context.newPage();
  await signInTo(page, organization, organization.owner, `/administrators/${ada.id}`);
  await page.getByRole("link", { name: "Pourquoi ?" }).click();
  await expect(heading(page)).toHaveText("Expliquer");
  await expect(page.getByRole("combobox", { name: "Qui" })).toHaveValue("Ada Moor");

  await expect(page.getByRole("status").filter({ hasText: sentence("Il y manque à Ada Moor le droit de voir les utilisateurs.") })).toBeVisible();
  await expect(page.getByText(sentence("Le rôle Utilisateurs s’applique ailleurs."))).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "Olga Winter" })).toBeVisible();

  await page.getByLabel("Où").selectOption({ label: "Nord" });
  await expect(page.getByText(sentence("Ada Moor y a le droit de voir les utilisateurs."))).toBeVisible();
  await expect(page.getByText(sentence("Le rôle Utilisateurs contient ce droit."))).toBeVisible();
  await page.getByLabel("Quoi").selectOption({ label: "Créer des rôles" });
  await expect(page.getByText(sentence("Il y manque à Ada Moor le droit de créer des rôles."))).toBeVisible();
  const address = page.url();
  await page.goto("about:blank");
  await page.goto(address);
  await expect(page.getByText(sentence("Il y manque à Ada Moor le droit de créer des rôles."))).toBeVisible();
  await expectAccessible(page, "expliquer");
  await context.close();
});

test("the console as somebody else has it", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  const ada = await organization.appoint("Ada Moor", { roles: ["users"], sites: [north] });
  await signInTo(page, organization, organization.owner, `/administrators/${ada.id}`);
  await page.getByRole("button", { name: "See as" }).click();
  const banner = page.getByRole("status").filter({ hasText: sentence("You see the console as Ada Moor.") });
  await expect(banner).toBeVisible();
  const navigation = page.getByRole("navigation", { name: "Main navigation" }).first();
  await expect(navigation.getByRole("link", { name: /^Users/ })).toBeVisible();
  await expect(navigation.getByRole("link", { name: /^(Administrators|Roles|Audit trail)/ })).toHaveCount(0);
  await expectAccessible(page, "seeing as somebody else");

  await navigation.getByRole("link", { name: /^Users/ }).click();
  await expect(page.getByRole("link", { name: "Add a user" })).toHaveAttribute("aria-disabled", "true");
  // It stands in the address.
  await expect(page).toHaveURL(new RegExp(`/users\\?.*as=${ada.id}`));
  await page.reload();
  await expect(banner).toBeVisible();
  await expect(navigation.getByRole("link", { name: /^(Administrators|Roles|Audit trail)/ })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Add a user" })).toHaveAttribute("aria-disabled", "true");
  await page.goto(organization.path("/users"));
  await expect(banner).toHaveCount(0);
  await page.goto(organization.path(`/users?as=${organization.owner.id}`));
  await expect(page.getByText(/^You cannot do this to your own account/).first()).toBeVisible();
  await expect(page).not.toHaveURL(/as=/);

  await page.goto(organization.path(`/administrators/${ada.id}`));
  await page.getByRole("button", { name: "See as" }).click();
  await expect(banner).toBeVisible();
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  await page.getByRole("menuitem", { name: "My account" }).click();
  await expect(page.getByRole("button", { name: "Save" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "Back to your own console" }).click();
  await expect(banner).toHaveCount(0);
  await expect(page).not.toHaveURL(/as=/);
  await page.goto(organization.path("/audit?effect=seen_as&limit=25"));
  await expect(page.getByText(sentence("Olga Winter looked at the console as Ada Moor has it."))).toHaveCount(3);
});

test("a feature is added, put into a role, and found by whoever holds it", async ({ page, anotherBrowser, organization }) => {
  await signInTo(page, organization, organization.owner, "/features/new");
  await field(page, "Key").fill("Not a key");
  await page.getByRole("button", { name: "Add a feature" }).click();
  await expect(field(page, "Key")).toHaveAccessibleDescription(/^Use 1 to 40/);
  await field(page, "Key").fill("analytics");
  await field(page, "English").first().fill("Analytics");
  await field(page, "Address").fill("https://analytics.harbour.example/");
  await page.getByRole("button", { name: "Add a feature" }).click();
  await expect(page.getByRole("rowheader", { name: "Analytics" })).toBeVisible();

  await page.goto(organization.path("/roles/new"));
  await field(page, "Name").fill("Analysts");
  await page.getByRole("checkbox", { name: sentence("Feature: Analytics See") }).check();
  await page.getByRole("button", { name: "Make a role" }).click();
  await expect(page.getByRole("rowheader", { name: "Analysts" })).toBeVisible();

  await page.goto(organization.path("/features/key/analytics"));
  await page.getByRole("button", { name: "Delete feature" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete feature" }).click();
  await expect(page.getByRole("dialog").getByRole("alert")).toHaveText(sentence("1 role contains this feature. Take it out of there first."));

  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["Analysts"] }));
  const hers = await anotherBrowser();
  await signInTo(hers, organization, ada);
  const link = hers.getByRole("link", { name: /^Analytics/ });
  await expect(link).toHaveAttribute("href", "https://analytics.harbour.example/");
  await expect(link).toHaveAttribute("rel", /noopener/);

  await page.goto(organization.path("/features/key/analytics"));
  await page.getByRole("checkbox", { name: "Switched on" }).uncheck();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await page.goto(organization.path("/features"));
  await expect(page.getByRole("rowheader", { name: "Analytics" })).toContainText("Off");
  await hers.reload();
  await expect(heading(hers)).toBeVisible();
  await expect(link).toHaveCount(0);
});

test("a service gets access, asks, and loses it", async ({ page, request, organization }) => {
  await signInTo(page, organization, organization.owner, "/credentials");
  await expect(page.getByText("No service has access")).toBeVisible();
  await page.getByRole("button", { name: "Make access" }).click();
  await field(page, "What it is for").fill("Portal");
  await page.getByRole("dialog").getByRole("button", { name: "Make access" }).click();
  const token = await page.getByLabel("Token").textContent();
  expect(token).toMatch(/^bwk_/);
  await expectAccessible(page, "a token, shown once");
  await page.getByRole("button", { name: "I have kept it" }).click();
  await expect(page.getByRole("rowheader", { name: "Portal" })).toBeVisible();

  const ask = () =>
    request.post(`/api/v1/orgs/${organization.slug}/checks`, {
      headers: { authorization: `Bearer ${token}` },
      data: { check: { user: organization.owner.id, permission: "users:view", at: "organization" } },
    });
  expect(await (await ask()).json()).toMatchObject({ allowed: true });
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("The access has been revoked.")).toBeVisible();
  expect((await ask()).status()).toBe(401);
});
