// Two-step verification: set up, asked for after the password, required, lost and turned off. Codes
// are made from the key that the page shows, as an app makes them.

import { expectAccessible } from "./support/axe.mjs";
import { codeOf, wrongCode } from "./support/codes.mjs";
import { expect, field, fillInSignIn, heading, sentence, signInTo, test } from "./support/test.mjs";

// Several people and looks in each.
test.describe.configure({ timeout: 120_000 });

const dialog = (page) => page.getByRole("dialog");
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();
const code = (scope) => field(scope, "Code from your app");
const isOn = (page) => expect(page.getByRole("button", { name: "New recovery codes" })).toBeVisible();

/** The menu's name has the person's, too. */
const openMenu = (page) => page.getByRole("button", { name: "Your profile and preferences" }).click();

async function signOut(page) {
  await openMenu(page);
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(heading(page)).toHaveText(sentence("Sign in to Harbour"));
}

/** Lets an app take over the key that is shown, and turns it on; gives key and recovery codes. */
async function takeOver(scope, later = 0) {
  const key = await scope.getByLabel("Key for the app").textContent();
  await code(scope).fill(codeOf(key, later));
  await press(scope, "Turn on");
  const codes = await recoveryCodes(scope);
  await press(scope, "I have kept them");
  return { key, codes };
}

async function recoveryCodes(scope) {
  const codes = scope.getByRole("list", { name: "Recovery codes" }).getByRole("listitem");
  await expect(codes).toHaveCount(10);
  return codes.allTextContents();
}

/** Sets it up on one's own page. */
async function setUp(page) {
  await press(page, "Set up");
  const set = await takeOver(dialog(page));
  await expect(dialog(page)).toHaveCount(0);
  await isOn(page);
  return set;
}

/** Signs in with the password, and comes to the second step. */
async function enterPassword(page, organization, account, to = "") {
  const next = new URLSearchParams({ next: organization.path(to) });
  await page.goto(`${organization.path("/sign-in")}?${next}`);
  await fillInSignIn(page, account);
  await expect(heading(page)).toHaveText("Enter your code");
}

async function giveRecoveryCode(scope, recovery, act) {
  await press(scope, "Use a recovery code instead");
  await field(scope, "Recovery code").fill(recovery);
  await press(scope, act);
}

test("whoever sets it up signs in with two steps, and each code works once", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/profile");
  await page.getByRole("link", { name: "How two-step verification works" }).click();
  await expect(page.getByRole("heading", { name: "Two-step verification", exact: true })).toBeVisible();
  await page.goBack();
  await press(page, "Set up");
  await expect(dialog(page).getByRole("img", { name: /^QR code/ })).toBeVisible();
  await expectAccessible(page, "setting up");
  await press(dialog(page), "Turn on");
  await expect(code(dialog(page))).toHaveAccessibleDescription(/^Fill this in\./);
  const key = await dialog(page).getByLabel("Key for the app").textContent();
  await code(dialog(page)).fill(wrongCode(key));
  await press(dialog(page), "Turn on");
  await expect(code(dialog(page))).toBeFocused();
  await expect(code(dialog(page))).toHaveAttribute("aria-invalid", "true");
  const first = codeOf(key);
  await code(dialog(page)).fill(first);
  await press(dialog(page), "Turn on");
  const codes = await recoveryCodes(dialog(page));
  await expect(dialog(page).getByRole("list", { name: "Recovery codes" })).toBeFocused();
  await expectAccessible(page, "recovery codes");
  const download = page.waitForEvent("download");
  await press(dialog(page), "Download");
  expect((await download).suggestedFilename()).toBe(`bailiwick-recovery-codes-${organization.slug}.txt`);
  // A key that is pressed too often takes nothing away.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(dialog(page).getByText(codes[9])).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Close" })).toHaveCount(0);
  await press(dialog(page), "I have kept them");
  await isOn(page);
  await expect(page.getByRole("group", { name: "Two-step verification" })).toBeFocused();
  await expectAccessible(page, "own page, on");
  await signOut(page);

  await enterPassword(page, organization, organization.owner, "/sites?q=north");
  await expectAccessible(page, "the code");
  await expect(code(page)).toHaveAttribute("autocomplete", "one-time-code");
  await code(page).fill(first);
  await press(page, "Continue");
  await expect(code(page)).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page, "a code that was used");
  await code(page).fill(codeOf(key, 1));
  await press(page, "Continue");
  await expect(page).toHaveURL(organization.path("/sites?q=north"));
  await expect(heading(page)).toHaveText("Sites");
  await signOut(page);

  await enterPassword(page, organization, organization.owner, "/profile");
  await giveRecoveryCode(page, codes[0], "Continue");
  await expect(heading(page)).toHaveText("My account");
  await expect(page.getByRole("definition").filter({ hasText: /^9$/ })).toBeVisible();
});

test("an answer to the code that gets lost signs nobody out: the same once more goes on", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/profile");
  const { codes } = await setUp(page);
  await signOut(page);
  await enterPassword(page, organization, organization.owner, "/profile");
  let answers = 0;
  await page.route("**/session/code", async (route) => {
    const response = await route.fetch({ maxRedirects: 0 });
    answers += 1;
    await (answers === 1 ? route.abort("internetdisconnected") : route.fulfill({ response }));
  });
  const lost = page.waitForEvent("requestfailed");
  await giveRecoveryCode(page, codes[0], "Continue");
  await lost;
  await press(page, "Continue");
  await expect(heading(page)).toHaveText("My account");
});

test("a short password, where it is allowed, is replaced when no second step is required any more", async ({ page, organization, anotherBrowser }) => {
  await signInTo(page, organization, organization.owner, "/password-policy");
  await page.getByRole("checkbox", { name: "Allow 8 characters with two-step verification" }).check();
  await press(page, "Save");
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();

  const uma = await organization.settle(await organization.addUser("Uma Field"));
  const night = await organization.addGroup("Night shift");
  await organization.join(night, uma);
  const require = async (groups) => {
    const { version } = await organization.call("GET", "/settings/two-step");
    await organization.call("PUT", "/settings/two-step", { version, policy: { everyone: false, roles: [], groups } });
  };
  await require([night]);
  const hers = await anotherBrowser();
  await hers.goto(organization.path("/profile"));
  await fillInSignIn(hers, uma);
  await takeOver(hers.getByRole("main"));
  const replace = async (current, next) => {
    await field(hers, "Current password").fill(current);
    await field(hers, "New password").fill(next);
    await press(hers, "Change password");
  };
  await expect(field(hers, "New password")).toHaveAccessibleDescription(/^At least 8 characters;/);
  await replace(uma.password, "kiwi bus");
  await expect(hers.getByText("Your password has been changed.")).toBeVisible();

  await require([]);
  await openMenu(hers);
  await hers.getByRole("menuitem", { name: "Sign-in details" }).click();
  await expect(heading(hers)).toHaveText("Choose your own password");
  await expect(hers.getByText(sentence("Your password is too short now"))).toBeVisible();
  await expect(field(hers, "New password")).toHaveAccessibleDescription(/^At least 15 characters;/);
  await expectAccessible(hers, "a password that has become too short");
  await replace("kiwi bus", "kiwi bus to Dee");
  await expect(heading(hers)).toHaveText("Sign-in details");
});

test("with the keyboard alone, on a phone", async ({ page, organization }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await signInTo(page, organization, organization.owner, "/profile");
  await page.getByRole("button", { name: "Set up", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(code(dialog(page))).toBeVisible();
  const key = await dialog(page).getByLabel("Key for the app").textContent();
  await code(dialog(page)).focus();
  await page.keyboard.type(codeOf(key));
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("list", { name: "Recovery codes" })).toBeFocused();
  const [recovery] = await recoveryCodes(dialog(page));
  for (const stop of ["Copy", "Download", "I have kept them"]) {
    await page.keyboard.press("Tab");
    await expect(dialog(page).getByRole("button", { name: stop })).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await isOn(page);
  await page.context().clearCookies();

  await enterPassword(page, organization, organization.owner);
  await expect(code(page)).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(field(page, "Recovery code")).toBeFocused();
  await page.keyboard.type(recovery);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(organization.path());
});

test("what is required is set up at the next click, which then goes on", async ({ page, organization, anotherBrowser }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  const hers = await anotherBrowser();
  await signInTo(hers, organization, uma, "/profile");
  await signInTo(page, organization, organization.owner, "/password-policy");
  await field(page, "Required of").selectOption("Everybody");
  await press(page, "Save two-step verification");
  await expect(dialog(page)).toContainText("You have not set up two-step verification yet.");
  await expectAccessible(page, "this concerns oneself");
  await press(dialog(page), "Save");
  await expect(heading(page)).toHaveText("Set up two-step verification");
  await expectAccessible(page, "set-up that is required");
  await takeOver(page.getByRole("main"));
  await expect(heading(page)).toHaveText("Password policy");
  await expect(field(page, "Required of")).toHaveValue("everybody");

  await openMenu(hers);
  await hers.getByRole("menuitem", { name: "Sign-in details" }).click();
  await expect(heading(hers)).toHaveText("Set up two-step verification");
  await takeOver(hers.getByRole("main"));
  await expect(heading(hers)).toHaveText("Sign-in details");
  await hers.goto(organization.path("/profile"));
  await isOn(hers);
  await expect(hers.getByRole("button", { name: "Turn off" })).toBeDisabled();
  await expect(hers.getByRole("button", { name: "Turn off" })).toHaveAccessibleDescription(/^Your organization requires/);
});

test("an open console is not enough to set it up: the password is asked for again", async ({ page, organization }) => {
  const { owner } = organization;
  await signInTo(page, organization, owner, "/profile");
  const minutes = 6;
  await page.setExtraHTTPHeaders({ "x-bailiwick-test-now": String(Date.now() + minutes * 60_000) });
  await press(page, "Set up");
  const password = field(dialog(page), "Current password");
  await expect(password).toBeVisible();
  await expectAccessible(page, "the password again");
  await press(dialog(page), "Continue");
  await expect(password).toHaveAttribute("aria-invalid", "true");
  await password.fill("some other password");
  await press(dialog(page), "Continue");
  await expect(password).toHaveAccessibleDescription(/^This is not your current password\./);
  await password.fill(owner.password);
  await press(dialog(page), "Continue");
  await takeOver(dialog(page), minutes * 2);
  await isOn(page);
});

test("recovery codes stay although the session cannot be read, and whoever set it up elsewhere is asked for a code", async ({ page, organization, anotherBrowser }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  const version = (await organization.call("GET", "/settings/two-step")).version;
  const policy = { everyone: true, roles: [], groups: [] };
  const hers = await anotherBrowser();
  await organization.call("PUT", "/settings/two-step", { version, policy });
  for (const browser of [page, hers]) {
    await browser.goto(organization.path("/profile"));
    await fillInSignIn(browser, uma);
    await expect(heading(browser)).toHaveText("Set up two-step verification");
    await expect(code(browser)).toBeVisible();
  }
  const key = await hers.getByLabel("Key for the app").textContent();

  await page.route("**/session", (route) => route.abort("internetdisconnected"));
  const main = page.getByRole("main");
  await code(main).fill(codeOf(await main.getByLabel("Key for the app").textContent()));
  const lost = page.waitForEvent("requestfailed");
  await press(main, "Turn on");
  await lost;
  await recoveryCodes(main);
  await page.unroute("**/session");
  await press(main, "I have kept them");
  await press(main, "Try again");
  await expect(heading(page)).toHaveText("My account");

  await code(hers).fill(codeOf(key));
  await press(hers, "Turn on");
  await expect(heading(hers)).toHaveText("Enter your code");
});

test("of roles and groups: somebody must be chosen, and what is chosen stays", async ({ page, organization }) => {
  const group = await organization.addGroup("Night shift");
  await organization.call("POST", "/roles", { details: { name: "Help desk", permissions: ["users:view"] } });
  await signInTo(page, organization, organization.owner, "/password-policy");
  await field(page, "Required of").selectOption("Certain roles and groups");
  await press(page, "Save two-step verification");
  await expect(page.getByRole("group", { name: "Roles" })).toHaveAttribute("aria-invalid", "true");
  await field(page, "Search this list").fill("desk");
  await page.getByRole("checkbox", { name: "Help desk" }).check();
  await page.getByRole("combobox", { name: "Groups" }).fill("Night");
  await page.getByRole("option", { name: /^Night shift/ }).click();
  await expectAccessible(page, "of roles and groups");
  await press(page, "Save two-step verification");
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  const { policy, groups } = await organization.call("GET", "/settings/two-step");
  expect(policy).toEqual({ everyone: false, roles: [await organization.roleId("Help desk")], groups: [group] });
  expect(groups[group]).toBe("Night shift");
  await page.reload();
  await field(page, "Search this list").fill("desk");
  await expect(page.getByRole("checkbox", { name: "Help desk" })).toBeChecked();
  await expect(page.getByRole("list", { name: "Groups that are picked" }).getByText("Night shift")).toBeVisible();
});

test("a lost phone: whoever may, resets it, and the password alone signs in again", async ({ page, organization, anotherBrowser }) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  const hers = await anotherBrowser();
  await signInTo(hers, organization, uma, "/profile");
  await setUp(hers);
  await signInTo(page, organization, organization.owner, `/users/${uma.id}`);
  await expect(page.getByText(/^On since /)).toBeVisible();
  await press(page, "Reset two-step verification");
  await expect(dialog(page)).toContainText(sentence("Uma Field is signed out everywhere"));
  await expectAccessible(page, "resetting");
  await press(dialog(page), "Reset two-step verification");
  await expect(page.getByText("Not set up")).toBeVisible();
  await expect(page.getByRole("button", { name: "Reset two-step verification" })).toHaveCount(0);

  await hers.goto(organization.path("/profile"));
  await expect(heading(hers)).toHaveText(sentence("Sign in to Harbour"));
  await fillInSignIn(hers, uma);
  await expect(heading(hers)).toHaveText("My account");
});

test("who may not reset somebody’s password may not reset this either", async ({ page, organization, anotherBrowser }) => {
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["administrators"] }));
  const his = await anotherBrowser();
  await signInTo(his, organization, organization.owner, "/profile");
  await setUp(his);
  await signInTo(page, organization, ada, `/administrators/${organization.owner.id}`);
  await expect(page.getByRole("button", { name: "Reset two-step verification" })).toBeDisabled();
});

test("recovery codes are renewed, the app is replaced, and all of it is turned off", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/profile");
  const { codes } = await setUp(page);
  await press(page, "New recovery codes");
  await giveRecoveryCode(dialog(page), codes[0], "New recovery codes");
  const renewed = await recoveryCodes(dialog(page));
  expect(renewed).not.toContain(codes[1]);
  await press(dialog(page), "I have kept them");

  await press(page, "Replace the app");
  await giveRecoveryCode(dialog(page), codes[1], "Continue");
  await expect(field(dialog(page), "Recovery code")).toHaveAttribute("aria-invalid", "true");
  await field(dialog(page), "Recovery code").fill(renewed[0]);
  await press(dialog(page), "Continue");
  const replaced = await takeOver(dialog(page));
  await expect(dialog(page)).toHaveCount(0);

  await press(page, "Turn off");
  await giveRecoveryCode(dialog(page), replaced.codes[0], "Turn off");
  await expect(page.getByRole("button", { name: "Set up", exact: true })).toBeVisible();
});
