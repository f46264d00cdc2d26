// Numbers, devices and services: what an organization has, and who has it.

import { expectAccessible } from "./support/axe.mjs";
import { expect, field, heading, loaded, pick, sentence, signInTo, test } from "./support/test.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name });
const row = (page, name) => page.getByRole("row", { name });
const navigation = (page) => page.getByRole("navigation", { name: "Main navigation" });

/** Picks somebody or something in the dialog that asks for it, and assigns it. */
async function chooseIn(asked, label, words, found) {
  await pick(asked, label, words, found);
  await asked.getByRole("button", { name: "Assign", exact: true }).click();
}

test("a number is added as typed, found by its digits, assigned, and stays until it is taken back", async ({
  page,
  organization,
}) => {
  const ghent = await organization.addSite("Ghent");
  await organization.addUser("Uma Field", { site: ghent });
  await signInTo(page, organization, organization.owner, "/numbers");
  await expect(page.getByText("No numbers yet")).toBeVisible();
  await expectAccessible(page, "no numbers");
  await page.getByRole("link", { name: "Add a number" }).first().click();
  await field(page, "Number").fill("call me");
  await page.getByRole("button", { name: "Add a number" }).click();
  await expect(field(page, "Number")).toHaveAccessibleDescription(/use 2 to 15 digits/);
  await field(page, "Number").fill("+32 (0)9 210.00.01");
  await field(page, "Label").fill("Reception");
  await field(page, "Site").selectOption({ label: "Ghent" });
  await expectAccessible(page, "new number");
  await page.getByRole("button", { name: "Add a number" }).click();
  await expect(page.getByText(sentence("The number +32 (0)9 210.00.01 has been added."))).toBeVisible();
  await expect(navigation(page).getByRole("link", { name: /Numbers\s*1/ })).toBeVisible();

  // The same number, written in another way.
  await page.getByRole("link", { name: "Add a number" }).first().click();
  await field(page, "Number").fill("0032 9 210 00 01");
  await page.getByRole("button", { name: "Add a number" }).click();
  await expect(field(page, "Number")).toHaveAccessibleDescription(/is there already/);
  await page.getByRole("link", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Leave without saving" }).click();

  await page.getByRole("main").getByRole("searchbox").fill("09 210");
  await expect(page).toHaveURL(/q=09/);
  await expect(row(page, /210/)).toContainText("Available");

  await navigation(page).getByRole("link", { name: "Assignments" }).click();
  await expect(heading(page)).toHaveText("Assignments");
  await row(page, /210/).getByRole("button", { name: "Assign" }).click();
  await chooseIn(dialog(page, sentence("Assign +32 (0)9 210.00.01")), "To whom", "uma", /Uma Field/);
  await expect(row(page, /210/)).toContainText("Uma Field");
  await expectAccessible(page, "by number");

  await navigation(page).getByRole("link", { name: /Numbers/ }).click();
  await row(page, /210/).getByRole("link", { name: /210/ }).click();
  await expect(page.getByText(sentence("Assigned to Uma Field."))).toBeVisible();
  const remove = page.getByRole("button", { name: "Delete number" });
  await expect(remove).toHaveAccessibleDescription(/still assigned/);

  // From the user's side: what he has is there, and is taken back.
  await navigation(page).getByRole("link", { name: /Users/ }).click();
  await page.getByRole("link", { name: "Uma Field" }).click();
  await page.getByRole("tab", { name: "Assignments" }).click();
  await row(page, /210/).getByRole("button", { name: "Take back" }).click();
  await dialog(page, "Take back").getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("Nothing assigned")).toBeVisible();
  await expectAccessible(page, "user without anything");
});

test("the last seat is taken, the next one is refused with what to do, and disabling frees it", async ({
  page,
  organization,
}) => {
  await organization.addUser("Uma Field");
  await organization.addUser("Vic Stone");
  await signInTo(page, organization, organization.owner, "/licenses");
  await page.getByRole("link", { name: "Add a service" }).first().click();
  await field(page, "Name").fill("Mobile app");
  await field(page, "Seats").fill("1");
  await page.getByLabel("Free the seat of whoever is disabled").check();
  await expectAccessible(page, "new service");
  await page.getByRole("button", { name: "Add a service" }).click();
  await expect(row(page, /Mobile app/)).toContainText(/0\D+of\D+1\D+in use/);
  await expect(page.getByRole("meter")).toBeVisible();
  await expectAccessible(page, "services");

  await navigation(page).getByRole("link", { name: "Assignments" }).click();
  await page.getByRole("link", { name: "By service" }).click();
  await page.getByRole("button", { name: "Assign" }).click();
  await chooseIn(dialog(page, sentence("Assign Mobile app")), "To whom", "uma", /Uma Field/);
  await expect(row(page, /Uma Field/)).toBeVisible();
  await page.getByRole("button", { name: "Assign" }).click();
  const asked = dialog(page, sentence("Assign Mobile app"));
  await chooseIn(asked, "To whom", "vic", /Vic Stone/);
  await expect(asked.getByText(sentence("The only seat of Mobile app is in use or kept for a team."))).toBeVisible();
  await expectAccessible(page, "a refused seat");
  await asked.getByRole("button", { name: "Cancel" }).click();

  await navigation(page).getByRole("link", { name: "Services" }).click();
  await page.getByRole("link", { name: "Mobile app" }).click();
  const seats = page.getByRole("spinbutton", { name: "Seats" });
  await seats.fill("0");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(seats).toHaveAccessibleDescription(/is in use/);
  await page.getByRole("button", { name: "Discard changes" }).click();

  await page.getByRole("link", { name: "Who has a seat" }).click();
  await page.getByRole("link", { name: "Uma Field" }).click();
  const tab = (name) => page.getByRole("tab", { name });
  await tab("Assignments").click();
  await expect(row(page, /Mobile app/)).toBeVisible();
  for (const act of ["Disable user", "Enable user"]) {
    await tab("Account").click();
    await page.getByRole("button", { name: act }).click();
    await page.getByRole("dialog").getByRole("button", { name: act }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await tab("Assignments").click();
    await expect(page.getByText("Nothing assigned")).toBeVisible();
  }
});

test("devices are told by what stands on their label, and given to a user from the user's side", async ({
  page,
  organization,
}) => {
  await organization.addUser("Uma Field");
  await signInTo(page, organization, organization.owner, "/devices/new");
  await field(page, "Kind").selectOption({ label: "Headset" });
  await field(page, "Model").fill("Jabra Evolve2");
  await field(page, "MAC address or serial number").fill("00:1A:2B:3C:4D:5E");
  await expectAccessible(page, "new device");
  await page.getByRole("button", { name: "Add a device" }).click();
  await expect(row(page, /Jabra/)).toContainText("00:1A:2B:3C:4D:5E");
  await page.getByLabel("Kind").selectOption({ label: "Gateway" });
  await expect(page.getByText("No device found")).toBeVisible();
  await page.getByLabel("Kind").selectOption({ label: "Any kind" });
  await expectAccessible(page, "devices");

  await navigation(page).getByRole("link", { name: "Assignments" }).click();
  await page.getByRole("link", { name: "By user" }).click();
  await loaded(page);
  await expectAccessible(page, "by user");
  await row(page, /Uma Field/).getByRole("button", { name: "Assign" }).click();
  const asked = dialog(page, sentence("Assign to Uma Field"));
  await field(asked, "Kind").selectOption({ label: "Device" });
  await chooseIn(asked, "What", "3c4d", /Jabra/);
  await expect(row(page, /Uma Field/)).toContainText("Jabra Evolve2");
});

test("wbx-10: each function shows its pages, and without it they are refused", async ({ page, organization }) => {
  const [ghent, namur] = [await organization.addSite("Ghent"), await organization.addSite("Namur")];
  for (const [number, site] of [["+32 9 1 00", ghent], ["+32 81 1 00", namur]]) {
    await organization.call("POST", "/numbers", { details: { number, label: "", site } });
  }
  const details = { name: "Mobile app", description: "", quantity: 5, released_on_disable: true };
  await organization.call("POST", "/licenses", { details });
  const stock = await organization.appoint("Ada Moor", { roles: ["inventory"], sites: [ghent] });
  const ada = await organization.settle(stock);
  await signInTo(page, organization, ada, "/numbers");
  await expect(row(page, /\+32 9/)).toBeVisible();
  await expect(row(page, /\+32 81/)).toHaveCount(0);
  await expect(navigation(page).getByRole("link", { name: /Numbers\s*1/ })).toBeVisible();
  await expect(navigation(page).getByRole("link", { name: "Services" })).toHaveCount(0);
  await expect(navigation(page).getByRole("link", { name: "Assignments" })).toHaveCount(0);
  for (const hidden of ["/licenses", "/assignments/users", "/assignments/licenses"]) {
    await page.goto(organization.path(hidden));
    await expect(page.getByText("No access")).toBeVisible();
  }
  await expectAccessible(page, "no access to services");
});

test("seats are kept for a team, and others do not get them", async ({ page, organization }) => {
  const team = await organization.addGroup("Field service");
  await organization.addGroup("Everybody", { kind: "access" });
  await organization.join(team, await organization.addUser("Uma Field"));
  await organization.addUser("Vic Stone");
  const details = { name: "Mobile app", quantity: 3, released_on_disable: true };
  const license = await organization.call("POST", "/licenses", { details });
  await signInTo(page, organization, organization.owner, `/licenses/${license.id}`);
  await expect(page.getByText("Every seat is for everybody")).toBeVisible();
  await page.getByRole("button", { name: "Keep seats for a team" }).click();
  const keeping = dialog(page, "Keep seats for a team");
  await keeping.getByRole("combobox", { name: "Group" }).fill("every");
  await expect(keeping.getByText("Nothing found. Try fewer words.")).toBeVisible();
  await pick(keeping, "Group", "field", /Field service/);
  await keeping.getByLabel("Seats").fill("4");
  await keeping.getByRole("button", { name: "Keep seats for a team" }).click();
  await expect(keeping.getByText(/At most.*3.*can be kept/)).toBeVisible();
  await keeping.getByLabel("Seats").fill("2");
  await keeping.getByRole("button", { name: "Keep seats for a team" }).click();
  await expect(keeping).toHaveCount(0);
  await expect(row(page, /Field service/)).toContainText(/0\D+of\D+2\D+taken/);
  await expect(page.getByText(/0\D+of\D+3\D+in use,\D+2\D+kept for teams,\D+1\D+available/)).toBeVisible();
  await expectAccessible(page, "seats kept for a team");

  // What is left is told of the person who is to get it.
  const free = (user) => organization.call("GET", `/licenses?user=${user}`);
  const people = await organization.call("GET", "/users");
  const idOf = (name) => people.items.find((user) => user.name === name).id;
  expect((await free(idOf("Uma Field")))[0].reserved).toBe(0);
  expect((await free(idOf("Vic Stone")))[0].reserved).toBe(2);

  await page.getByRole("button", { name: /Change what is kept for/ }).click();
  await keeping.getByLabel("Seats").fill("0");
  await keeping.getByRole("button", { name: "Keep seats for a team" }).click();
  await expect(page.getByText("Every seat is for everybody")).toBeVisible();
});

test("services alone open the list by service, and no other list", async ({ page, organization }) => {
  const details = { name: "Mobile app", description: "", quantity: 5, released_on_disable: true };
  await organization.call("POST", "/licenses", { details });
  const bea = await organization.settle(await organization.appoint("Bea Hill", { roles: ["services"] }));
  await signInTo(page, organization, bea, "/assignments");
  await expect(page.getByRole("link", { name: "By service" })).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("link", { name: "By number" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Assign" })).toHaveAccessibleDescription(/You lack/);
  await expectAccessible(page, "list by service alone");
  await page.goto(organization.path("/assignments/numbers"));
  await expect(page.getByText("No access")).toBeVisible();
});
