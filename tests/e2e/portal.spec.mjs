// The dashboard's permission and where one lands without it; notes; orders.

import { expectAccessible } from "./support/axe.mjs";
import { expect, field, heading, sentence, signInTo, test } from "./support/test.mjs";

const nav = (page) => page.getByRole("navigation", { name: "Main navigation" });
const notes = (page) => page.getByRole("list", { name: "Notes" }).getByRole("listitem");
const row = (page, name) => page.getByRole("row", { name: new RegExp(name) });

test("with the dashboard's permission one lands there, without it on the first page that one may open", async ({ page, anotherBrowser, organization }) => {
  const ada = await organization.settle(await organization.appoint("Ada Hill", { roles: ["dashboard", "sites"] }));
  await signInTo(page, organization, ada);
  await expect(heading(page)).toHaveText(sentence("Hello, Ada"));
  await expect(nav(page).getByRole("link").first()).toHaveText("Dashboard");

  const ben = await organization.settle(await organization.appoint("Ben Cole", { roles: ["sites"] }));
  const his = await anotherBrowser();
  await signInTo(his, organization, ben);
  await expect(his).toHaveURL(organization.path("/sites"));
  await expect(nav(his).getByRole("link", { name: "Dashboard" })).toHaveCount(0);
  await his.goto(organization.path("/dashboard"));
  const why = "You lack the right to open the dashboard. These people can help: Olga Winter.";
  await expect(his.getByRole("main").getByText(sentence(why))).toBeVisible();
  await his.getByRole("link", { name: "Go to the start page" }).click();
  await expect(his).toHaveURL(organization.path("/sites"));
});

test("whoever may do nothing lands on his own profile, and is told whom to ask", async ({ page, organization }) => {
  await signInTo(page, organization, await organization.settle(await organization.addUser("Uma Field")));
  await expect(page).toHaveURL(organization.path("/profile"));
  await expect(page.getByText(sentence("You do not administer anything yet. If you should, ask one of these people: Olga Winter."))).toBeVisible();
});

test("the boxes for a new administrator begin with System default and the dashboard", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/administrators/new");
  await expect(page.getByRole("checkbox", { name: /^System default/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Dashboard", exact: true })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "Users", exact: true })).not.toBeChecked();
});

test("notes are left about a site, read there, and deleted by whoever wrote them", async ({ page, anotherBrowser, organization }) => {
  const [north, south] = [await organization.addSite("North"), await organization.addSite("South")];
  await organization.call("POST", "/notes", { details: { site: south, text: "Only in the south." } });
  const ada = await organization.settle(await organization.appoint("Ada Hill", { roles: ["notes"], sites: [north] }));
  await signInTo(page, organization, ada, "/notes");
  await expect(page.getByText("No notes yet")).toBeVisible();
  await page.getByRole("button", { name: "Leave a note" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Leave a note" });
  await dialog.getByRole("button", { name: "Leave a note" }).click();
  await expect(field(dialog, "Note")).toHaveAccessibleDescription(/Fill this in/);
  await expectAccessible(page, "leaving a note, in error");
  await field(dialog, "Note").fill("The lift is broken.\nUse the stairs.");
  await dialog.getByRole("button", { name: "Leave a note" }).click();
  await expect(notes(page)).toHaveCount(1);
  await expect(notes(page)).toContainText("North");
  await expect(notes(page)).toContainText("Ada Hill");
  await expectAccessible(page, "notes");

  const hers = await anotherBrowser();
  const eva = await organization.settle(await organization.appoint("Eva Ray", { roles: ["notes"], sites: [north] }));
  await signInTo(hers, organization, eva, "/notes");
  await expect(notes(hers)).toHaveCount(1);
  await expect(notes(hers).getByRole("button")).toHaveAccessibleDescription(/whoever wrote it/);

  await notes(page).getByRole("button", { name: sentence("Delete the note of Ada Hill") }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the note" }).click();
  await expect(page.getByText("No notes yet")).toBeVisible();
});

test("something is ordered, and what becomes of it is said", async ({ page, organization }) => {
  await organization.addSite("North");
  await signInTo(page, organization, organization.owner, "/orders");
  await expect(page.getByText("No orders yet")).toBeVisible();
  await page.getByRole("button", { name: "Order something" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Order something" });
  await field(dialog, "Quantity").fill("0");
  await dialog.getByRole("button", { name: "Order something" }).click();
  await expect(field(dialog, "Item")).toHaveAccessibleDescription(/Fill this in/);
  await expect(field(dialog, "Quantity")).toHaveAccessibleDescription(/whole number/);
  await field(dialog, "Kind").selectOption("Devices");
  await field(dialog, "Item").fill("Desk phone");
  await field(dialog, "Quantity").fill("12");
  await field(dialog, "For").selectOption("North");
  await expectAccessible(page, "ordering");
  await dialog.getByRole("button", { name: "Order something" }).click();
  await expect(row(page, "Desk phone")).toContainText("Open");
  await expectAccessible(page, "orders");
  await row(page, "Desk phone").getByRole("button", { name: "Fulfilled" }).click();
  await expect(page.getByText("The order has been fulfilled.")).toBeVisible();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await expect(page.getByText("No such orders")).toBeVisible();
  await page.getByRole("button", { name: "Fulfilled", exact: true }).first().click();
  await expect(row(page, "Desk phone")).toContainText("12");
});
