// What is told to people, by mail and in the console: temporary passwords that nobody else sees,
// and notices whose sender learns how many have read them. The mails are those that were delivered.

import { expectAccessible } from "./support/axe.mjs";
import { origin } from "./support/api.mjs";
import { ANOTHER_PASSWORD, passwordIn } from "./support/organization.mjs";
import { expect, field, fillInSignIn, heading, loaded, sentence, signInTo, test } from "./support/test.mjs";

/** Signs in with a temporary password and replaces it, as one must. */
async function chooseOwnPassword(page, organization, account, temporary) {
  await page.goto(organization.path("/sign-in"));
  await fillInSignIn(page, { ...account, password: temporary });
  await expect(heading(page)).toHaveText("Choose your own password");
  await field(page, "Current password").fill(temporary);
  await field(page, "New password").fill(ANOTHER_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(heading(page)).toHaveText("My account");
}

test("a password is reset by mail: it reaches the person, signs in once, and nobody else sees it", async ({ page, organization, anotherBrowser }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  await page.getByRole("button", { name: "Reset password" }).click();
  const dialog = page.getByRole("dialog", { name: "Reset password" });
  await expect(field(dialog, "How it reaches the person")).toHaveValue("mailed");
  await dialog.getByRole("button", { name: "Reset password" }).click();
  await expect(page.getByText(sentence("The password of Uma Field has been reset."))).toBeVisible();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const mail = await organization.mailTo(uma, /^Your temporary password at Harbour$/);
  expect(mail.text).toContain(`${origin}${organization.path("/sign-in")}`);
  expect(mail.html).toContain(passwordIn(mail));
  await page.reload();
  await expect(page.getByText(sentence("Temporary password, "))).toBeVisible();
  await expect(page.getByText("Delivered")).toBeVisible();

  await chooseOwnPassword(await anotherBrowser(), organization, uma, passwordIn(mail));
  await organization.mailTo(uma, /^Your password at Harbour was changed$/);
});

test("somebody new is welcomed by mail with where to go, the user name and a password", async ({ page, organization, anotherBrowser }) => {
  await signInTo(page, organization, organization.owner, "/users/new");
  await field(page, "First name").fill("Uma");
  await field(page, "Last name").fill("Field");
  await field(page, "E-mail address").fill("ufield@harbour.example");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("rowheader", { name: "Uma Field" })).toBeVisible();
  const uma = { login: "ufield" };
  const mail = await organization.mailTo(uma, /^Your account at Harbour$/);
  expect(mail.text).toContain("User name: ufield");
  await chooseOwnPassword(await anotherBrowser(), organization, uma, passwordIn(mail));
});

test("a notice reaches those of a site, and its sender sees that it was read", async ({ page, organization, anotherBrowser }) => {
  const [north, south] = [await organization.addSite("North"), await organization.addSite("South")];
  const uma = await organization.settle(await organization.addUser("Uma Field", { site: north }));
  await organization.addUser("Una Shore", { site: north });
  const sven = await organization.settle(await organization.addUser("Sven Ridge", { site: south }));
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["notices"], sites: [north] }));

  await signInTo(page, organization, ada);
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  await page.getByRole("menuitem", { name: "Send a notice" }).click();
  await expect(heading(page)).toHaveText("Send a notice");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(field(page, "Subject")).toHaveAccessibleDescription("Fill this in.");
  await field(page, "Subject").fill("Telephones <rest>");
  await field(page, "Text").fill("On Saturday,\nfrom 8 to 9.");
  await page.getByRole("checkbox", { name: "North" }).check();
  await page.getByRole("checkbox", { name: "Also by e-mail" }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  const question = page.getByRole("dialog", { name: "Send a notice" });
  await expect(question).toContainText(sentence("This notice will reach 2 people."));
  await expectAccessible(page, "asking before a notice is sent");
  await question.getByRole("button", { name: "Send", exact: true }).click();
  await expect(page.getByText("The notice has been sent.")).toBeVisible();

  const mail = await organization.mailTo(uma, /^Telephones <rest>$/);
  expect(mail.text).toContain("> On Saturday,\n> from 8 to 9.");
  const hers = await anotherBrowser();
  await signInTo(hers, organization, uma);
  await hers.getByRole("link", { name: sentence("Notices: 1 unread") }).click();
  await expect(hers.getByText("Telephones <rest>")).toBeVisible();
  await loaded(hers);
  await expectAccessible(hers, "an unread notice");
  await hers.getByRole("button", { name: "I have read this" }).click();
  await expect(hers.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
  await expect(hers.getByRole("button", { name: "I have read this" })).toHaveCount(0);

  const his = await anotherBrowser();
  await signInTo(his, organization, sven, "/notices");
  await expect(his.getByText("No notices")).toBeVisible();

  await page.goto(organization.path("/notices?tab=sent"));
  const row = page.getByRole("row").filter({ hasText: "Telephones" });
  await expect(row).toContainText(sentence("1 of 2"));
});

test("the menu leads to what one may do, and to the privacy statement where there is one", async ({ page, organization }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  await signInTo(page, organization, uma);
  const entries = async () => {
    await page.getByRole("button", { name: "Your profile and preferences" }).click();
    const names = await page.getByRole("menuitem").allTextContents();
    await page.keyboard.press("Escape");
    return names.map((name) => name.trim());
  };
  expect(await entries()).toEqual(["My account", "Sign-in details", "Notices", "Documentation", "Sign out"]);

  const settings = await organization.call("GET", "/settings");
  settings.settings.privacy_statement = "https://harbour.example/privacy";
  await organization.call("PUT", "/settings", { version: settings.version, settings: settings.settings });
  await signInTo(page, organization, organization.owner);
  const all = await entries();
  for (const name of ["Send a notice", "Profile (company)", "Manage administrators", "Set up a user"]) {
    expect(all).toContain(name);
  }
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  const statement = page.getByRole("menuitem", { name: /^Privacy statement/ });
  await expect(statement).toHaveAttribute("href", "https://harbour.example/privacy");
  await expect(statement).toHaveAttribute("rel", "noopener noreferrer");
  await page.getByRole("menuitem", { name: "Documentation" }).click();
  await expect(heading(page)).toHaveText("Documentation");
  await page.goto(organization.path("/profile/sessions"));
  await expect(page.getByText("This device")).toBeVisible();
});
