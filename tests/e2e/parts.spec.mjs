// The part of the program that is fetched later: what people see when it does not come.

import { expect, heading, signInTo, test } from "./support/test.mjs";

const REST = /\/assets\/rest-/;

test("a page whose code does not come can be tried again", async ({ browser, organization }) => {
  // Not watched: the browser logs what this test makes fail.
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(REST, (route) => route.abort());
  await signInTo(page, organization, organization.owner, "/administrators");
  await expect(heading(page)).toHaveText("Administrators");

  await page.getByRole("navigation").getByRole("link", { name: "Users" }).click();
  await expect(page.getByRole("heading", { name: "This could not be loaded" })).toBeVisible();

  await page.unroute(REST);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(heading(page)).toHaveText("Users");
  await expect(heading(page)).toBeFocused();
  await context.close();
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
