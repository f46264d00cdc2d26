// How people get in: a link for a forgotten password, invitations. The mails are those that were
// delivered.

import { expectAccessible } from "./support/axe.mjs";
import { ANOTHER_PASSWORD } from "./support/organization.mjs";
import { expect, field, fillInSignIn, heading, sentence, signInTo, test } from "./support/test.mjs";

const linkIn = (mail) => mail.text.match(/\S+#\S+/)[0];

/** Asks for a link for a forgotten password, from the sign-in page. */
async function askForLink(page, organization, login) {
  await page.goto(organization.path("/sign-in"));
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(heading(page)).toHaveText("Forgotten your password?");
  await field(page, "User name or e-mail address").fill(login);
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText(/^If there is such an account, an e-mail with a link is on its way\./)).toBeVisible();
}

test("a forgotten password is replaced by a mailed link, which works once", async ({ page, organization, anotherBrowser }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  await askForLink(page, organization, "nobody");
  await askForLink(page, organization, "ufield@harbour.example");
  await expectAccessible(page, "recovery: asked");
  const link = linkIn(await organization.mailTo(uma, /^Choose a new password at Harbour$/));

  const hers = await anotherBrowser();
  await signInTo(hers, organization, uma);
  await page.goto(link);
  await expect(heading(page)).toHaveText("Choose a new password");
  expect(new URL(page.url()).hash).toBe("");
  await field(page, "New password").fill("lantern");
  await page.getByRole("button", { name: "Choose this password" }).click();
  await expect(field(page, "New password")).toHaveAccessibleDescription(/^At least 15 characters/);
  await expectAccessible(page, "recovery: choose");
  await field(page, "New password").fill(ANOTHER_PASSWORD);
  await page.getByRole("button", { name: "Choose this password" }).click();
  await expect(page).toHaveURL(/sign-in$/);
  await fillInSignIn(page, { ...uma, password: ANOTHER_PASSWORD });
  await expect(heading(page)).toHaveText("My account");
  // All other sessions have ended.
  await hers.reload();
  await expect(hers).toHaveURL(/sign-in/);

  await hers.goto(link);
  await field(hers, "New password").fill("five green barrels on the quay");
  await hers.getByRole("button", { name: "Choose this password" }).click();
  await expect(hers.getByRole("alert")).toHaveText(/^This link has been used/);
});

test("invitations are sent, sent again and revoked; only the last link works", async ({ page, organization, anotherBrowser }) => {
  await signInTo(page, organization, organization.owner, "/invitations");
  await expect(page.getByText("No open invitations")).toBeVisible();
  await page.getByRole("button", { name: "Invite" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Invite" });
  await field(dialog, "E-mail address").fill("owinter@harbour.example");
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(field(dialog, "E-mail address")).toHaveAccessibleDescription(/^Somebody with this address is a user already\./);
  await field(dialog, "E-mail address").fill("vpeeters@harbour.example");
  await dialog.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText(sentence("An invitation is on its way to vpeeters@harbour.example."))).toBeVisible();
  await expect(page.getByRole("rowheader", { name: "vpeeters@harbour.example" })).toBeVisible();
  const first = linkIn(await organization.mailTo({ login: "vpeeters" }, /invites you to Harbour$/));
  await page.getByRole("button", { name: "Send again" }).click();
  const isAnother = async () => linkIn(await organization.mailTo({ login: "vpeeters" }, /invites you to Harbour$/)) !== first;
  await expect.poll(isAnother).toBe(true);
  const second = linkIn(await organization.mailTo({ login: "vpeeters" }, /invites you to Harbour$/));

  const hers = await anotherBrowser();
  await hers.goto(first);
  await expect(hers.getByRole("alert")).toHaveText(/^This link has been used/);
  const again = await anotherBrowser();
  await again.goto(second);
  await expect(heading(again)).toHaveText(sentence("Your account at Harbour"));
  await expect(field(again, "First name")).toBeVisible();
  await expectAccessible(again, "invitation");

  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText("No open invitations")).toBeVisible();
  const late = await anotherBrowser();
  await late.goto(second);
  await expect(late.getByRole("alert")).toHaveText(/^This link has been used/);
});
