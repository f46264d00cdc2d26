// Accessibility of what is on the screen, in every look that it has.

import { expect } from "@playwright/test";
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What can differ between two themes of the same page. */
const RULES_OF_COLOUR = ["color-contrast", "link-in-text-block"];
const DESKTOP = { width: 1280, height: 800 };
/** Small phones, and a page of 1280 pixels zoomed to 400 % (WCAG 2.2, 1.4.10). */
const NARROW = [360, 320];

/** Expects no violation in light and dark, wide and narrow, and no scrolling sideways. */
export async function expectAccessible(page, what) {
  await checkEachLook(page, what);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(DESKTOP);
}

async function checkEachLook(page, what) {
  await expectNoViolation(page, `${what}, light`, RULES);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolation(page, `${what}, dark`, RULES_OF_COLOUR);
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 740 });
    await expectNoScrollingSideways(page, `${what}, ${width} px`);
  }
  await expectNoViolation(page, `${what}, ${NARROW.at(-1)} px, dark`, RULES);
}

/** Rows are pale for the moment in which newer ones come; another theme or width shows with the next frame. */
async function arrive(page) {
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
}

/** `rules` are tags of rules or names of rules, as axe calls them. */
async function expectNoViolation(page, what, rules) {
  await arrive(page);
  // Into the page once, and not asked for what is well: both took several times as long as looking itself.
  if (await page.evaluate(() => !window.axe)) {
    await page.evaluate(axe.source);
  }
  const look = (runOnly) => window.axe.run({ runOnly, resultTypes: ["violations"] });
  const { violations } = await page.evaluate(look, rules);
  const found = violations.map(({ id, help, nodes }) => ({
    rule: `${id}: ${help}`,
    at: nodes.map((node) => `${node.target} ${node.failureSummary}`),
  }));
  expect.soft(found, what).toEqual([]);
}

/** The page itself must not scroll sideways. Wide tables do, in a region of their own. */
async function expectNoScrollingSideways(page, what) {
  const overflow = await page.evaluate(() => {
    const root = document.documentElement;
    const isInScroller = (element) => element.closest(".table-region") !== null;
    const sticksOut = (element) => element.getBoundingClientRect().right > root.clientWidth + 1;
    const culprits = [...document.body.querySelectorAll("*")].filter((e) => sticksOut(e) && !isInScroller(e));
    const names = culprits.slice(0, 3).map((e) => e.outerHTML.slice(0, 160));
    return root.scrollWidth > root.clientWidth ? names : null;
  });
  expect.soft(overflow, `${what}: scrolls sideways`).toBeNull();
}
