// The part of the program that is fetched later, with its words: what people see when it does not come.

import { expect, heading, signInTo, test } from "./support/test.mjs";

const REST = /\/assets\/rest-/;
const PIECES = { code: /\/assets\/rest-\w+\.wasm/, words: /\/assets\/rest-en-/ };

for (const [piece, files] of Object.entries(PIECES)) {
  test(`a page whose ${piece} do not come can be tried again`, async ({ browser, organization }) => {
    // Not watched: the browser logs what this test makes fail.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route(files, (route) => route.abort());
    await signInTo(page, organization, organization.owner, "/administrators");
    await expect(heading(page)).toHaveText("Administrators");

    await page.getByRole("navigation").getByRole("link", { name: "Users" }).click();
    await expect(page.getByRole("heading", { name: "This could not be loaded" })).toBeVisible();

    await page.unroute(files);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(heading(page)).toHaveText("Users");
    await expect(heading(page)).toBeFocused();
    expect(await page.content()).not.toContain("⟦");
    await context.close();
  });
}

test("what is there speaks while the rest is on its way, in every language", async ({ page, organization }) => {
  let arrive;
  const held = new Promise((resolve) => (arrive = resolve));
  await page.route(REST, async (route) => {
    await held;
    await route.continue();
  });
  await signInTo(page, organization, organization.owner, "/administrators");
  await expect(heading(page)).toHaveText("Administrators");
  await page.getByRole("navigation").getByRole("link", { name: "Users" }).click();
  await expect(page).toHaveURL(/\/users$/);
  await page.getByRole("button", { name: "Your profile and preferences" }).click();
  expect(await page.content()).not.toContain("⟦");

  await page.getByRole("menuitemradio", { name: "Français" }).click();
  arrive();
  await expect(heading(page)).toHaveText("Utilisateurs");
  expect(await page.content()).not.toContain("⟦");
});

test("before sign-in, too", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(REST, (route) => route.abort());
  await page.goto("/setup");
  await expect(page.getByRole("button", { name: "Try again" })).toBeVisible();

  await page.unroute(REST);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("textbox", { name: "Set-up token" })).toBeVisible();
  await context.close();
});
