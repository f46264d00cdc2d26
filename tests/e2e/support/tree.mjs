// Hands for the organization tree: its rows are found by their names, as people and screen readers find
// them.

import { expect } from "./test.mjs";

export const tree = (page) => page.getByRole("tree");
export const row = (page, name) => tree(page).getByRole("treeitem", { name, ...(typeof name === "string" && { exact: true }) });

/** Opens what is below a row, with the keyboard. */
export async function openBranch(page, name) {
  await row(page, name).click();
  await expect(row(page, name)).toHaveAttribute("aria-selected", "true");
  if ((await row(page, name).getAttribute("aria-expanded")) === "false") {
    await tree(page).focus();
    await page.keyboard.press("ArrowRight");
  }
  await expect(row(page, name)).toHaveAttribute("aria-expanded", "true");
}

/** Opens the menu of a row by its button. */
export async function menuOf(page, name) {
  await row(page, name).hover();
  await row(page, name).getByRole("button").click();
  await expect(page.getByRole("menu")).toBeVisible();
}

/** The row that keys are about. */
export async function active(page) {
  const id = await tree(page).getAttribute("aria-activedescendant");
  return page.locator(`[id="${id}"]`);
}

const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return [x + width / 2, y + height / 2];
};

/** Carries a row onto another one, looks, and lets go. */
export async function carryTo(page, what, onto, look) {
  await page.mouse.move(...(await middle(row(page, what))));
  await page.mouse.down();
  await page.mouse.move(...(await middle(row(page, onto))), { steps: 8 });
  await look();
  await page.mouse.up();
}
