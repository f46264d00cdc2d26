// Groups: a tree that people build, join and move in, and what it gives them.

import { expect, field, heading, loaded, pick, sentence, signInTo, test } from "./support/test.mjs";

const dialog = (page, name) => page.getByRole("dialog", { name });
const outlook = (page) => page.getByRole("dialog").getByRole("region", { name: "What this changes" });
const item = (page, name) => page.getByRole("treeitem", { name });

async function create(page, name) {
  const made = dialog(page, "Create group");
  await field(made, "Name").fill(name);
  await made.getByRole("button", { name: "Create group" }).click();
  await expect(page.getByText(sentence(`The group ${name} has been created.`))).toBeVisible();
}

async function giveUsers(page) {
  await page.getByRole("tab", { name: "Grants" }).click();
  await page.getByRole("button", { name: "Give a role" }).click();
  const given = dialog(page, "Give a role");
  await field(given, "Role").selectOption({ label: "Users" });
  await field(given, "Reason").fill("They answer the phone");
  await expect(outlook(page)).toContainText("Nobody’s rights change.");
  await given.getByRole("button", { name: "Give a role" }).click();
  const record = page.getByRole("list", { name: "Grants" }).getByRole("listitem");
  await expect(record).toContainText("The whole organization");
  await expect(record).toContainText("They answer the phone");
  await expect(record).toContainText("Olga Winter");
}

test("a tree is built, somebody joins, and has at once what the group above is given", async ({
  page,
  organization,
  anotherBrowser,
}) => {
  const uma = await organization.settle(await organization.addUser("Uma Field"));
  const hers = await anotherBrowser();
  await signInTo(hers, organization, uma, "/users");
  await expect(hers.getByText("No access")).toBeVisible();

  await signInTo(page, organization, organization.owner, "/groups");
  await expect(item(page, /^Account Administrators/)).toBeVisible();
  await page.getByRole("button", { name: "Create group" }).first().click();
  await create(page, "Operations");
  await item(page, /^Operations/).click();
  await page.getByRole("link", { name: "Page of the group" }).click();
  await expect(heading(page)).toHaveText("Operations");
  await page.getByRole("button", { name: "Add a group below" }).first().click();
  await create(page, "Desk");
  await giveUsers(page);

  await page.getByRole("link", { name: "Show in the tree" }).click();
  await item(page, /^Desk/).click();
  await page.getByRole("link", { name: "Page of the group" }).click();
  await expect(heading(page)).toHaveText("Desk");
  await expect(page.getByRole("navigation", { name: "Path to this page" })).toContainText("Operations");
  await page.getByRole("button", { name: "Add a member" }).first().click();
  const add = dialog(page, "Add a member");
  await pick(add, "Who", "uma", /Uma Field/);
  await expect(outlook(page)).toContainText("1 person gets rights");
  await expect(outlook(page).getByRole("listitem")).toContainText("Uma Field");
  await expect(outlook(page)).toContainText(sentence("in the whole organization, through Operations: the right to"));
  await add.getByRole("button", { name: "Add a member" }).click();
  await expect(page.getByRole("rowheader", { name: "Uma Field" })).toBeVisible();

  // Nobody has to sign in again for it.
  await hers.reload();
  await expect(hers.getByRole("rowheader", { name: "Olga Winter" })).toBeVisible();

  // Leaving takes it away as quickly, and says so before.
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(outlook(page)).toContainText("1 person loses rights");
  await dialog(page, "Remove a member").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Nobody here that you may see")).toBeVisible();
  await hers.reload();
  await expect(hers.getByText("No access")).toBeVisible();
});

test("an empty group can be deleted, another one says what is in it", async ({ page, organization }) => {
  const top = await organization.addGroup("Operations");
  const desk = await organization.addGroup("Desk", { parent: top });
  await signInTo(page, organization, organization.owner, `/groups/${top}`);
  await expect(page.getByRole("button", { name: "Delete group" })).toHaveAccessibleDescription(/^First take out/);
  await page.goto(organization.path(`/groups/${desk}`));
  await page.getByRole("button", { name: "Delete group" }).click();
  await dialog(page, "Delete group").getByRole("button", { name: "Delete group" }).click();
  await expect(page.getByText(sentence("The group Desk has been deleted."))).toBeVisible();
  await expect(item(page, /^Operations/)).toBeVisible();
  await expect(item(page, /^Desk/)).toHaveCount(0);
});

test("whoever was too late with a name can take the newest version", async ({ page, organization }) => {
  const group = await organization.addGroup("Desk");
  await signInTo(page, organization, organization.owner, `/groups/${group}?tab=details`);
  await field(page, "Name").fill("Service desk");
  await organization.call("PUT", `/groups/${group}`, { version: 1, details: { name: "Help desk" } });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/^Somebody else has changed this/)).toBeVisible();
  await page.getByRole("button", { name: "Discard my changes and show the newest version" }).click();
  await expect(field(page, "Name")).toHaveValue("Help desk");
});

test.describe("in French", () => {
  test.use({ locale: "fr-BE" });

  test("a move that would give too much is refused with the person whom it would give it", async ({ page, organization }) => {
    const permissions = ["users:view", "administrators:view"];
    await organization.call("POST", "/roles", { details: { name: "Lecture", permissions } });
    const [ops, desk] = [await organization.addGroup("Ops"), await organization.addGroup("Accueil")];
    await organization.give({ group: ops }, "users");
    await organization.join(desk, await organization.addUser("Uma Field"));
    const nora = await organization.settle(await organization.appoint("Nora Vale", { roles: ["groups", "Lecture"] }));
    await signInTo(page, organization, nora, `/groups/${desk}`);
    await page.getByRole("button", { name: "Déplacer" }).click();
    const move = page.getByRole("dialog", { name: sentence("Déplacer Accueil") });
    await pick(move, "Vers où", "Ops");
    const why = sentence("Cela donnerait ceci à Uma Field, par le groupe Ops :");
    await expect(move.getByRole("region", { name: "Ce que cela change" })).toContainText(why);
    await expect(move.getByRole("button", { name: "Déplacer" })).toHaveAccessibleDescription(why);
    // The edge says the same to whoever asks it all the same.
    const answer = await nora.api.call("POST", `/orgs/${organization.slug}/groups/${desk}/move`, { version: 1, parent: ops }).catch(String);
    expect(answer).toContain("exceeds-own-authority");
    await loaded(page);
  });
});
