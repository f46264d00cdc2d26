// Sessions: how they end, and that nothing is left to be seen afterwards.

import { ANOTHER_PASSWORD } from "./support/organization.mjs";
import { expect, field, fillInSignIn, heading, sentence, signInTo, test } from "./support/test.mjs";

async function signOut(page) {
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));
}

test("who is not signed in comes to the sign-in page, and back to where he was headed", async ({ page, organization }) => {
  await page.goto(organization.path("/sites?q=north"));
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));
  await fillInSignIn(page, organization.owner);
  await expect(page).toHaveURL(organization.path("/sites?q=north"));
  await expect(heading(page)).toHaveText("Sites");
});

for (const [headed, landed] of [["/users?q=olga", "/users?q=olga"], ["", "/users"]]) {
  test(`who must choose a password first comes to where he was headed: "${headed}"`, async ({ page, organization }) => {
    const ada = await organization.appoint("Ada Moor");
    await signInTo(page, organization, ada, headed);
    await expect(heading(page)).toHaveText("Choose your own password");
    await field(page, "Current password").fill(ada.password);
    await field(page, "New password").fill(ANOTHER_PASSWORD);
    await page.getByRole("button", { name: "Change password" }).click();
    await expect(page).toHaveURL(organization.path(landed));
    await expect(heading(page)).toHaveText("Users");
  });
}

test("an address that leads out of the organization is not gone on to", async ({ page, organization }) => {
  for (const next of ["https://elsewhere.example/", "//elsewhere.example/", "/o/other/users", "javascript:alert(1)"]) {
    await page.goto(`${organization.path("/sign-in")}?${new URLSearchParams({ next })}`);
    await fillInSignIn(page, organization.owner);
    await expect(page).toHaveURL(organization.path());
  }
});

test("after signing out, Back and reload show nothing private", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/sites");
  await page.getByRole("link", { name: /^Users/ }).click();
  await expect(page.getByRole("table")).toContainText("Olga Winter");
  await page.getByRole("link", { name: /^Sites/ }).click();
  await signOut(page);
  await page.goBack();
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));
  await expect(page.getByText("Olga Winter")).toHaveCount(0);
  await page.goto(organization.path("/users"));
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));
});

test("a session unused for half an hour ends; signing in again leads back", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/users");
  await expect(page.getByRole("link", { name: /^Sites\s*0/ })).toBeVisible();
  const later = Date.now() + 31 * 60_000;
  await page.setExtraHTTPHeaders({ "x-bailiwick-test-now": String(later) });
  await page.getByRole("link", { name: /^Sites/ }).click();
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));
  await fillInSignIn(page, organization.owner);
  await expect(heading(page)).toHaveText("Sites");
});

test("changing the password ends the other sessions", async ({ page, organization, anotherBrowser }) => {
  const other = await anotherBrowser();
  await signInTo(other, organization, organization.owner, "/sites");
  await signInTo(page, organization, organization.owner, "/profile");
  await field(page, "Current password").fill(organization.owner.password);
  await field(page, "New password").fill(ANOTHER_PASSWORD);
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("status").getByText("Your password has been changed")).toBeVisible();

  await other.getByRole("link", { name: /^Users/ }).click();
  await expect(heading(other)).toHaveText(sentence("Sign in to Harbour"));
  await fillInSignIn(other, { ...organization.owner, password: ANOTHER_PASSWORD });
  await expect(heading(other)).toHaveText("Users");
});

test("one ends a session of one's own on another device", async ({ page, organization, anotherBrowser }) => {
  const other = await anotherBrowser();
  await signInTo(other, organization, organization.owner);
  await organization.call("DELETE", "/session");
  await signInTo(page, organization, organization.owner, "/profile");
  const sessions = page.getByRole("table", { name: "Where you are signed in" });
  await expect(sessions.getByText("This device")).toHaveCount(1);
  await sessions.getByRole("button", { name: "End", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End session" }).click();
  await expect(sessions.getByRole("button", { name: "End", exact: true })).toHaveCount(0);

  await other.reload();
  await expect(heading(other)).toHaveText(sentence("Sign in to Harbour"));
  await page.reload();
  await expect(heading(page)).toHaveText("My account");
});

test("a disabled administrator is out at once", async ({ page, organization, anotherBrowser }) => {
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["users", "sites"] }));
  const hers = await anotherBrowser();
  await signInTo(hers, organization, ada, "/users");

  await signInTo(page, organization, organization.owner, `/administrators/${ada.id}`);
  await page.getByRole("button", { name: "Disable administrator" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Disable administrator" }).click();
  await expect(page.getByRole("button", { name: "Enable administrator" })).toBeVisible();

  await hers.getByRole("link", { name: /^Sites/ }).click();
  await expect(heading(hers)).toHaveText(sentence("Sign in to Harbour"));
  await fillInSignIn(hers, ada);
  await expect(hers.getByRole("alert")).toContainText("User name and password do not match");
});
