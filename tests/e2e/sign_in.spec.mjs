// Getting in: which organization, who, and what happens to those who guess.

import { expect, field, fillInSignIn, heading, sentence, signInTo, test } from "./support/test.mjs";

const REFUSED = /User name and password do not match/;

test("from the address of the console to the dashboard", async ({ page, organization }) => {
  await page.goto("/");
  await field(page, "Short name").fill(organization.slug);
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));

  await fillInSignIn(page, organization.owner);
  await expect(heading(page)).toContainText("Olga");
  await expect(page).toHaveURL(organization.path());
});

test("the e-mail address is as good as the user name", async ({ page, organization }) => {
  await signInTo(page, organization, { ...organization.owner, login: "OWinter@harbour.example" });
  await expect(heading(page)).toContainText("Olga");
});

test("an organization that does not exist is said to be unknown, and leads on", async ({ page }) => {
  await page.goto("/o/no-such-harbour/sign-in");
  await expect(page.getByRole("alert")).toContainText("There is no organization with this name");
  await expect(page.getByRole("button", { name: "Sign in" })).toHaveCount(0);
  await page.getByRole("link", { name: "Another organization" }).click();
  await expect(heading(page)).toHaveText("Welcome to Bailiwick");
});

test("an address that no page has says so", async ({ page }) => {
  await page.goto("/nowhere/at/all");
  await expect(heading(page)).toHaveText("Nothing here");
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page).toHaveURL("/");
});

test("a wrong password, an unknown name and a disabled account get the same answer", async ({ page, organization }) => {
  const disabled = await organization.settle(await organization.addUser("Dora Stone"));
  await organization.call("POST", `/users/${disabled.id}/disable`);
  const strangers = [
    { login: "nobody", password: "whatever it may be" },
    { ...organization.owner, password: "whatever it may be" },
    disabled,
  ];
  await page.goto(organization.path("/sign-in"));
  for (const stranger of strangers) {
    await fillInSignIn(page, stranger);
    await expect(page.getByRole("alert")).toHaveText(REFUSED);
    await expect(field(page, "User name or e-mail address")).toHaveValue(stranger.login);
  }
});

test("empty fields are told apart from wrong ones, and take the focus", async ({ page, organization }) => {
  await page.goto(organization.path("/sign-in"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(field(page, "User name or e-mail address")).toBeFocused();
  await expect(field(page, "User name or e-mail address")).toHaveAccessibleDescription("Fill this in.");
  await expect(field(page, "Password")).toHaveAccessibleDescription("Fill this in.");
});

test("who guesses on is slowed down, and told for how long", async ({ page, organization }) => {
  await page.goto(organization.path("/sign-in"));
  await field(page, "User name or e-mail address").fill("owinter");
  await field(page, "Password").fill("not the password");
  // The fourth wrong guess brings a delay of a minute.
  await expect(async () => {
    const answer = page.waitForResponse("**/session");
    await page.getByRole("button", { name: "Sign in" }).click();
    expect((await answer).status()).toBe(429);
  }).toPass({ intervals: [0] });
  await expect(page.getByRole("alert")).toContainText("Too many failed attempts. Wait 1 minute");
});

test("the password shows on demand", async ({ page, organization }) => {
  await page.goto(organization.path("/sign-in"));
  const password = field(page, "Password");
  await password.fill("seven quiet lanterns");
  await expect(password).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
});
