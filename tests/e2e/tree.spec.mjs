// The organization tree: of any length, by keys alone, and with nothing lost on the way.

import { expectAccessible } from "./support/axe.mjs";
import { expect, field, heading, loaded, signInTo, test } from "./support/test.mjs";
import { active, menuOf, openBranch, row, tree } from "./support/tree.mjs";

const MANY = 3_000;
const HEAD = "name,nickname,email,sso_id,description,password,enabled,standard_license,mobile_license,group_id";

/** A group with very many members, added in one step. */
async function crowd(organization) {
  const { version, settings } = await organization.call("GET", "/settings");
  await organization.call("PUT", "/settings", { version, settings: { ...settings, import_rows: MANY } });
  const group = await organization.addGroup("Crowd");
  const number = (at) => String(at).padStart(4, "0");
  const rows = Array.from({ length: MANY }, (_, at) => `Person N${number(at + 1)},,p${at}@harbour.example,,,,true,0,0,`);
  const request = {
    format: "csv", file: [HEAD, ...rows].join("\n"), site: null, group, standard_license: null, mobile_license: null,
    passwords: "later", update_existing: false,
  };
  const { plan } = await organization.call("POST", "/imports/plan", { import: request });
  await organization.call("POST", "/imports", { import: request, plan });
  return group;
}

test("three thousand people in a group: only those in sight are in the document", async ({ page, organization }) => {
  const group = await crowd(organization);
  await organization.addGroup("Desk", { parent: group });
  await signInTo(page, organization, organization.owner, "/groups");
  await openBranch(page, /^Crowd/);
  await expect(row(page, "Person N0001")).toBeVisible();
  await expect(row(page, "Person N0001")).toHaveAttribute("aria-setsize", String(MANY + 1));
  const inDocument = () => tree(page).getByRole("treeitem").count();
  expect(await inDocument()).toBeLessThan(60);
  await expectAccessible(page, "a long tree");

  // To the end, which is read on the way.
  await tree(page).focus();
  await page.keyboard.press("End");
  await expect(row(page, `Person N${MANY}`)).toBeVisible({ timeout: 30_000 });
  await expect(row(page, `Person N${MANY}`)).toHaveAttribute("aria-posinset", String(MANY + 1));
  expect(await inDocument()).toBeLessThan(60);
  await page.keyboard.press("Home");
  await expect(row(page, /^Account Administrators/)).toBeVisible();

  // What has been read once is there at once: scrolling draws a frame in time.
  const slow = await tree(page).evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const times = [];
    for (let top = 0; top < element.scrollHeight; top += 2_000) {
      const before = performance.now();
      element.scrollTop = top;
      await frame();
      await frame();
      times.push(performance.now() - before);
    }
    times.sort((a, b) => a - b);
    return times[Math.floor(times.length * 0.9)];
  });
  test.info().annotations.push({ type: "90 % of jumps drawn within, in ms", description: slow.toFixed(0) });
  expect(slow).toBeLessThan(250);
});

test("the tree is walked by keys alone", async ({ page, organization }) => {
  const alpha = await organization.addGroup("Alpha");
  const middle = await organization.addGroup("Middle", { parent: alpha });
  await organization.addGroup("Leaf", { parent: middle });
  await organization.addGroup("Omega");
  await signInTo(page, organization, organization.owner, "/groups");
  await expect(row(page, /^Omega/)).toBeVisible();
  await tree(page).focus();
  const press = async (key, name) => {
    await page.keyboard.press(key);
    await expect(async () => expect(await (await active(page)).getAttribute("aria-label")).toMatch(name)).toPass();
  };
  await press("ArrowDown", /^Alpha/);
  await press("ArrowDown", /^Omega/);
  await press("ArrowDown", /^Omega/);
  await press("Home", /^Account Administrators/);
  await press("o", /^Omega/);
  await press("ArrowUp", /^Alpha/);
  await press("*", /^Alpha/);
  await expect(row(page, /^Middle/)).toHaveAttribute("aria-level", "2");
  await press("ArrowRight", /^Middle/);
  await press("ArrowRight", /^Middle/);
  await expect(row(page, /^Leaf/)).toBeVisible();
  await press("ArrowLeft", /^Middle/);
  await expect(row(page, /^Leaf/)).toHaveCount(0);
  await press("ArrowLeft", /^Alpha/);
  await press("End", /^Omega/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Omega" })).toBeVisible();
  // What is open and what is chosen stand in the address.
  await page.reload();
  await expect(row(page, /^Middle/)).toBeVisible();
  await expect(row(page, /^Omega/)).toHaveAttribute("aria-selected", "true");
  // The menu gives the focus back; what may not be done stays in it and says why.
  await tree(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+F10");
  await expect(page.getByRole("menuitem", { name: "Create technician" })).toBeFocused();
  await expect(page.getByRole("menuitem", { name: "Move" })).toHaveAttribute("aria-disabled", "true");
  await expect(page.getByRole("menuitem", { name: "Move" })).toHaveAccessibleDescription(/belongs to the product/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expect(tree(page)).toBeFocused();
});

test("what is typed about one person is not lost when another one is chosen", async ({ page, organization }) => {
  const desk = await organization.addGroup("Desk");
  for (const name of ["Uma Field", "Ada Moor"]) {
    await organization.join(desk, await organization.addUser(name));
  }
  await signInTo(page, organization, organization.owner, `/groups?open=${desk}`);
  await row(page, "Uma Field").click();
  await field(page, "Nickname").fill("Um");
  await row(page, "Ada Moor").click();
  await expect(page.getByRole("dialog")).toContainText("changes");
  await page.keyboard.press("Escape");
  await expect(field(page, "Nickname")).toHaveValue("Um");
  await expect(row(page, "Uma Field")).toHaveAttribute("aria-selected", "true");
});

test("a search that fails says so in the tree, and is tried again there", async ({ page, organization }) => {
  await organization.addUser("Uma Field");
  await signInTo(page, organization, organization.owner, "/groups");
  await expect(row(page, /^Account Administrators/)).toBeVisible();
  await page.route(/\/users\?.*q=uma/, (route) => route.abort("internetdisconnected"));
  await page.getByRole("searchbox", { name: "Find groups and people" }).fill("uma");
  const failed = tree(page).getByRole("treeitem", { name: /^Try again/ });
  await expect(failed).toBeVisible();
  await expect(tree(page).getByRole("treeitem")).toHaveCount(1);
  await expectAccessible(page, "a search that failed, in the tree");
  await page.unroute(/\/users\?.*q=uma/);
  await failed.click();
  await expect(row(page, /^Uma Field/)).toBeVisible();
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("a menu that says why something cannot be done stays within the screen", async ({ page, organization }) => {
    await signInTo(page, organization, organization.owner, "/groups");
    await menuOf(page, /^Account Administrators/);
    await expect(page.getByText(/belongs to the product/)).toBeVisible();
    const menu = await page.getByRole("menu").boundingBox();
    expect(menu.x).toBeGreaterThanOrEqual(0);
    expect(menu.x + menu.width).toBeLessThanOrEqual(page.viewportSize().width);
  });

  test("pressing long asks for the menu; scrolling and a tap do not", async ({ page, organization }) => {
    await organization.addGroup("Desk");
    await signInTo(page, organization, organization.owner, "/groups");
    const box = await row(page, /^Desk/).boundingBox();
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const fingers = await page.context().newCDPSession(page);
    const touch = (type, ...points) => fingers.send("Input.dispatchTouchEvent", { type, touchPoints: points });
    const long = () => page.waitForTimeout(700);
    await touch("touchStart", { x, y });
    await touch("touchMove", { x, y: y - 40 });
    await long();
    await touch("touchEnd");
    await expect(page.getByRole("menu")).toHaveCount(0);

    await touch("touchStart", { x, y });
    await expect(page.getByRole("menu", { name: /Desk/ })).toBeVisible();
    await touch("touchEnd");
    // Letting go is no tap: the menu stays, and nothing is chosen.
    await long();
    await expect(page.getByRole("menu", { name: /Desk/ })).toBeVisible();
    await expect(row(page, /^Desk/)).toHaveAttribute("aria-selected", "false");
    await page.keyboard.press("Escape");

    await row(page, /^Desk/).tap();
    await expect(row(page, /^Desk/)).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("menu")).toHaveCount(0);
  });

  test("the menu comes by its button, and nothing is wider than the screen", async ({ page, organization }) => {
    const desk = await organization.addGroup("Desk");
    await organization.join(desk, await organization.addUser("Uma Field"));
    await signInTo(page, organization, organization.owner, `/groups?open=${desk}`);
    await menuOf(page, "Uma Field");
    await expectAccessible(page, "a menu on a telephone");
    await page.getByRole("menuitem", { name: "Page of the user" }).click();
    await expect(heading(page)).toHaveText("Uma Field");
    await page.goBack();
    await loaded(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  });
});
