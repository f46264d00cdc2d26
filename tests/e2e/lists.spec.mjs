// Long lists: order, search, pages, and the address that keeps it all.

import { expect, heading, signInTo, test } from "./support/test.mjs";

// With the owner, Olga Winter, there are 23 administrators.
const GIVEN = ["Ada", "Bea", "Cas", "Dov", "Eli", "Fay", "Gus", "Hal", "Ida", "Jon", "Kim"];
const NAMES = GIVEN.flatMap((given) => [`${given} Archer`, `${given} Mason`]);
const family = (name) => name.split(" ").toReversed().join(" ");
const IN_ORDER = [...NAMES, "Olga Winter"].sort((one, other) => family(one).localeCompare(family(other)));

const showing = (page) => page.getByText(/^Showing/);
/** Each row is named by its first cell. Names come with a mark for the rank. */
const names = (page) => page.getByRole("table").getByRole("rowheader").getByRole("link");
const next = (page) => page.getByRole("button", { name: "Next page" });
const previous = (page) => page.getByRole("button", { name: "Previous page" });
const search = (page) => page.getByRole("main").getByRole("searchbox");
const size = (page) => page.getByLabel("Rows per page");

test.describe("23 administrators", () => {
  test.beforeEach(async ({ page, organization }) => {
    // Four at a time: each costs the edge the hash of a password.
    for (let at = 0; at < NAMES.length; at += 4) {
      await Promise.all(NAMES.slice(at, at + 4).map((name) => organization.appoint(name)));
    }
    await signInTo(page, organization, organization.owner, "/administrators");
  });

  test("pages of 10, 25 and 50, forwards and back", async ({ page }) => {
    await expect(showing(page)).toHaveText("Showing 1 to 10 of 23");
    await expect(names(page)).toHaveText(IN_ORDER.slice(0, 10));
    await expect(previous(page)).toBeDisabled();

    await next(page).click();
    await expect(showing(page)).toHaveText("Showing 11 to 20 of 23");
    await next(page).click();
    await expect(showing(page)).toHaveText("Showing 21 to 23 of 23");
    await expect(names(page)).toHaveText(IN_ORDER.slice(20));
    await expect(next(page)).toBeDisabled();

    await page.reload();
    await expect(showing(page)).toHaveText("Showing 21 to 23 of 23");
    await previous(page).click();
    await expect(showing(page)).toHaveText("Showing 11 to 20 of 23");
    await page.goBack();
    await expect(showing(page)).toHaveText("Showing 21 to 23 of 23");
    await page.goBack();
    await expect(names(page)).toHaveText(IN_ORDER.slice(10, 20));

    await size(page).selectOption("25 per page");
    await expect(showing(page)).toHaveText("Showing 1 to 23 of 23");
    await expect(names(page)).toHaveText(IN_ORDER);
    await size(page).selectOption("50 per page");
    await expect(page).toHaveURL(/limit=50/);
    await page.reload();
    await expect(size(page)).toHaveValue("50");
    await page.goBack();
    await expect(size(page)).toHaveValue("25");
  });

  test("headers order, the other way round at the second press, and start at the first page", async ({ page }) => {
    await next(page).click();
    await expect(showing(page)).toHaveText("Showing 11 to 20 of 23");
    const header = page.getByRole("columnheader", { name: "Name", exact: true });
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    await header.getByRole("button").click();
    await expect(header).toHaveAttribute("aria-sort", "descending");
    await expect(showing(page)).toHaveText("Showing 1 to 10 of 23");
    await expect(names(page)).toHaveText(IN_ORDER.toReversed().slice(0, 10));

    const byUserName = page.getByRole("columnheader", { name: "User name" });
    await byUserName.getByRole("button").click();
    await expect(byUserName).toHaveAttribute("aria-sort", "ascending");
    await expect(header).toHaveAttribute("aria-sort", "none");
    await expect(names(page).first()).toHaveText("Ada Archer");
    await page.reload();
    await expect(byUserName).toHaveAttribute("aria-sort", "ascending");
    await page.goBack();
    await expect(header).toHaveAttribute("aria-sort", "descending");
  });

  test("searching narrows, says so when nothing fits, and can be shared", async ({ page }) => {
    await search(page).fill("mason");
    await expect(showing(page)).toHaveText("Showing 1 to 10 of 11");
    await expect(page).toHaveURL(/q=mason/);
    await search(page).fill("jmason@harbour");
    await expect(names(page)).toHaveText(["Jon Mason"]);
    await page.reload();
    await expect(search(page)).toHaveValue("jmason@harbour");
    await expect(names(page)).toHaveText(["Jon Mason"]);

    await search(page).fill("zeppelin");
    await expect(names(page)).toHaveCount(0);
    await expect(showing(page)).toHaveCount(0);
    await search(page).fill("");
    await expect(showing(page)).toHaveText("Showing 1 to 10 of 23");
  });

  test("opening one and going back returns to the same place in the list", async ({ page }) => {
    await next(page).click();
    await expect(showing(page)).toHaveText("Showing 11 to 20 of 23");
    await names(page).first().click();
    await expect(heading(page)).toContainText(IN_ORDER[10]);
    await page.goBack();
    await expect(showing(page)).toHaveText("Showing 11 to 20 of 23");
  });
});

for (const [locale, list] of Object.entries({ "en-GB": "Administrators", "fr-BE": "Administrateurs", "nl-BE": "Beheerders" })) {
  test.describe(`on a tablet, in ${locale}`, () => {
    test.use({ locale, viewport: { width: 768, height: 1024 } });

    test("whoever holds every function makes no list scroll sideways", async ({ page, organization }) => {
      const known = await organization.call("GET", "/roles");
      const roles = known.filter((role) => role.kind === "function").map((role) => role.details.name);
      await organization.appoint("Adelheid Vandenbroeck", { roles });
      await signInTo(page, organization, organization.owner, "/administrators");
      const region = page.getByRole("region", { name: list });
      await expect(region.getByRole("row")).toHaveCount(3);
      expect(await region.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    });
  });
}

test("who leaves before a search begins does not take its words along", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/users");
  await search(page).fill("Ada");
  await page.getByRole("link", { name: /^Sites/ }).first().click();
  await expect(heading(page)).toHaveText("Sites");
  // Longer than the pause after which a search begins.
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(organization.path("/sites"));
});

test("the site switcher narrows the lists of people, and goes along from page to page", async ({ page, organization }) => {
  const [north, south] = [await organization.addSite("North"), await organization.addSite("South")];
  await organization.addUser("Nora Field", { site: north });
  await organization.addUser("Sam Field", { site: south });
  await organization.appoint("Ada Moor", { sites: [south] });
  await signInTo(page, organization, organization.owner, "/users");
  await expect(page.getByRole("table")).toContainText("Sam Field");

  await page.getByRole("button", { name: "Switch site" }).click();
  await page.getByRole("menuitemradio", { name: "North" }).click();
  await expect(names(page)).toHaveText(["Nora Field"]);
  await page.getByRole("link", { name: /^Administrators/ }).first().click();
  await expect(names(page)).toHaveText(["Olga Winter"]);
  await page.reload();
  await expect(page.getByRole("button", { name: "Switch site" })).toContainText("North");
  await page.getByRole("button", { name: "Switch site" }).click();
  await page.getByRole("menuitemradio", { name: "All sites" }).click();
  await expect(names(page)).toHaveText(["Ada Moor", "Olga Winter"]);
});
