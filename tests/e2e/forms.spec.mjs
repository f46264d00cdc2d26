// Forms: what is wrong is said where it is to be mended, and nothing that was typed is lost.

import { expect, field, heading, sentence, showPassword, signInTo, test } from "./support/test.mjs";

async function fillInUser(page, { given = "Uma", family = "Field", userName, email = "uma@harbour.example" } = {}) {
  await field(page, "First name").fill(given);
  await field(page, "Last name").fill(family);
  await field(page, "E-mail address").fill(email);
  if (userName) {
    await field(page, "User name").fill(userName);
  }
}

const addUser = (page) => page.getByRole("button", { name: "Save" }).click();
const save = (page) => page.getByRole("button", { name: "Save" });

test("what is missing or malformed is said at the fields; the first one has the focus", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/users/new");
  await fillInUser(page, { given: "", userName: "uma field", email: "uma at harbour" });
  await addUser(page);
  await expect(field(page, "First name")).toHaveAccessibleDescription("Fill this in.");
  await expect(field(page, "E-mail address")).toHaveAccessibleDescription(/^This is not an e-mail address\./);
  await expect(field(page, "User name")).toHaveAccessibleDescription(/^Only letters, digits and/);
  await expect(page.locator(":focus")).toHaveAttribute("aria-invalid", "true");
  await expect(field(page, "Last name")).toHaveValue("Field");
});

test("what only the edge knows is said at the field too: a user name that is taken", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/users/new");
  await fillInUser(page, { userName: "OWINTER" });
  await addUser(page);
  await expect(field(page, "User name")).toHaveAccessibleDescription(/^This is already in use\./);
  await expect(field(page, "User name")).toBeFocused();
  await expect(field(page, "First name")).toHaveValue("Uma");
  await field(page, "User name").fill("ufield");
  await showPassword(page);
  await addUser(page);
  await expect(page.getByRole("dialog", { name: "Temporary password" })).toBeVisible();
});

test("a temporary password is shown once, can be copied, and signs in", async ({ page, context, organization, anotherBrowser }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await signInTo(page, organization, organization.owner, "/users/new");
  await fillInUser(page, { userName: "ufield" });
  await showPassword(page);
  await addUser(page);
  const dialog = page.getByRole("dialog", { name: "Temporary password" });
  const password = await dialog.getByRole("status", { name: "Temporary password" }).textContent();
  await dialog.getByRole("button", { name: "Copy" }).click();
  await expect(page.getByText("Copied to the clipboard.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(password);
  await dialog.getByRole("button", { name: "I have handed it on" }).click();
  await expect(heading(page)).toHaveText("Users");
  await expect(page.getByRole("rowheader", { name: "Uma Field" })).toBeVisible();
  await expect(page.getByText(password)).toHaveCount(0);

  const hers = await anotherBrowser();
  await signInTo(hers, organization, { login: "ufield", password });
  await expect(heading(hers)).toHaveText("Choose your own password");
});

test("resetting a password ends the sessions and gives a temporary one", async ({ page, organization, anotherBrowser }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  const hers = await anotherBrowser();
  await signInTo(hers, organization, uma);
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  await page.getByRole("button", { name: "Reset password" }).click();
  const dialog = page.getByRole("dialog", { name: "Reset password" });
  await expect(dialog).toContainText(sentence("Uma Field is signed out everywhere at once"));
  await showPassword(page, dialog);
  await dialog.getByRole("button", { name: "Reset password" }).click();
  const issued = page.getByRole("dialog", { name: "Temporary password" });
  const password = await issued.getByRole("status", { name: "Temporary password" }).textContent();

  await hers.reload();
  await expect(heading(hers)).toHaveText(sentence("Sign in to Harbour"));
  await signInTo(hers, organization, { ...uma, password });
  await expect(heading(hers)).toHaveText("Choose your own password");
});

test("leaving with unsaved changes asks first, by link, by Back and on closing the tab", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  await signInTo(page, organization, organization.owner, "/sites");
  await page.getByRole("link", { name: "North" }).click();
  const name = field(page, "Name of the site");
  await name.fill("Far North");
  const question = page.getByRole("dialog", { name: "Leave without saving?" });

  await page.getByRole("link", { name: /^Users/ }).click();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(organization.path(`/sites/${site}`));
  await page.goBack();
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(name).toHaveValue("Far North");
  await expect(page).toHaveURL(organization.path(`/sites/${site}`));

  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;

  await page.getByRole("link", { name: /^Users/ }).click();
  await question.getByRole("button", { name: "Leave without saving" }).click();
  await expect(heading(page)).toHaveText("Users");
  await page.getByRole("link", { name: /^Sites/ }).click();
  await expect(page.getByRole("rowheader")).toHaveText(["North"]);
});

test("what is saved stays, and leaving then asks nothing", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  await signInTo(page, organization, organization.owner, `/sites/${site}`);
  await expect(save(page)).toBeDisabled();
  await field(page, "Name of the site").fill("Far North");
  await field(page, "Town").fill("Hammerfest");
  await save(page).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await expect(heading(page)).toHaveText("Far North");
  await page.getByRole("link", { name: /^Users/ }).click();
  await expect(heading(page)).toHaveText("Users");
  await page.goBack();
  await expect(field(page, "Town")).toHaveValue("Hammerfest");
});

test("what somebody else saved meanwhile is not overwritten", async ({ page, organization }) => {
  const site = await organization.addSite("North");
  await signInTo(page, organization, organization.owner, `/sites/${site}`);
  await field(page, "Town").fill("Hammerfest");
  await organization.call("PUT", `/sites/${site}`, { version: 1, details: { name: "South" } });
  await save(page).click();
  await expect(page.getByRole("alert")).toContainText("Somebody else has changed this since you opened it.");
  await expect(field(page, "Town")).toHaveValue("Hammerfest");
  const newest = page.getByRole("button", { name: "Discard my changes and show the newest version" });
  const [message, remedy] = [await page.getByRole("alert").boundingBox(), await newest.boundingBox()];
  expect(remedy.y - (message.y + message.height), "the way out stands under the message").toBeLessThan(40);
  await newest.click();
  await expect(field(page, "Name of the site")).toHaveValue("South");
  await expect(field(page, "Town")).toHaveValue("");
  await field(page, "Town").fill("Hammerfest");
  await save(page).click();
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
});

test("an answer that was on its way while something was saved is not believed", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner);
  let reached;
  const sitesWereRead = new Promise((resolve) => (reached = resolve));
  let letGo;
  const siteIsSaved = new Promise((resolve) => (letGo = resolve));
  await page.route(
    (url) => url.pathname.endsWith("/sites"),
    async (route) => {
      const response = await route.fetch();
      reached();
      await siteIsSaved;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await page.goto(organization.path("/sites/new"));
  await sitesWereRead;
  await field(page, "Name of the site").fill("North");
  await page.getByRole("button", { name: "Add a site" }).click();
  await expect(heading(page)).toHaveText("Sites");
  letGo();
  await expect(page.getByRole("rowheader")).toHaveText(["North"]);
  await expect(page.getByRole("link", { name: /^Sites/ }).first()).toHaveText(/Sites\s*1/);
});

test("when the network fails, nothing is lost and trying again works", async ({ page, context, organization }) => {
  await signInTo(page, organization, organization.owner, "/sites/new");
  await field(page, "Name of the site").fill("North");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Add a site" }).click();
  await expect(page.getByRole("alert")).toContainText("The service cannot be reached.");
  await expect(field(page, "Name of the site")).toHaveValue("North");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Add a site" }).click();
  await expect(page.getByRole("rowheader")).toHaveText(["North"]);
});
