// What a limited administrator sees, and that nothing else is to be had: neither by typing an
// address nor by calling the API with his cookie.

import { Organization } from "./support/organization.mjs";
import { expect, field, heading, loaded, sentence, showPassword, signInTo, test } from "./support/test.mjs";

const nav = (page) => page.getByRole("navigation", { name: "Main navigation" });

/** Calls the API from the page: same origin, same cookie. */
const callFrom = (page, method, path, body) =>
  page.evaluate(
    async ([method, path, body]) => {
      const headers = { "x-bailiwick": "1", ...(body && { "content-type": "application/json" }) };
      const answer = await fetch(`/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
      return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.json() };
    },
    [method, path, body],
  );

test.describe("an administrator of one site and of users only", () => {
  let ada, north, south, uma, sven;

  test.beforeEach(async ({ page, organization }) => {
    north = await organization.addSite("North");
    south = await organization.addSite("South");
    uma = await organization.addUser("Uma Field", { site: north });
    sven = await organization.addUser("Sven Ridge", { site: south });
    ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["users"], sites: [north] }));
    await signInTo(page, organization, ada);
  });

  test("sees his part of it only: sections, counts, lists", async ({ page }) => {
    await loaded(page);
    await expect(nav(page).getByRole("link")).toHaveText([/Users\s*1/, /Sites\s*1/]);
    await expect(page.getByRole("button", { name: "Switch site" })).toHaveCount(0);
    await nav(page).getByRole("link", { name: /^Sites/ }).click();
    await expect(page.getByRole("table").getByRole("rowheader")).toHaveText(["North"]);
    await nav(page).getByRole("link", { name: /^Users/ }).click();
    await expect(page.getByRole("table").getByRole("rowheader")).toHaveText([/Uma Field/]);
    await expect(page.getByText("Sven Ridge")).toHaveCount(0);
  });

  test("is told what is missing and who can help on a page typed by hand", async ({ page, organization }) => {
    const forbidden = {
      "/administrators": "see administrators",
      "/administrators/new": "appoint administrators",
      [`/administrators/${ada.id}`]: "see administrators",
      "/sites/new": "add sites",
      "/roles": "see roles",
      "/roles/new": "make roles",
    };
    for (const [path, right] of Object.entries(forbidden)) {
      await page.goto(organization.path(path));
      const why = sentence(`You lack the right to ${right}. These people can help: Olga Winter.`);
      await expect(page.getByRole("main").getByText(why).first(), path).toBeVisible();
      await expect(page.getByRole("main").getByRole("textbox"), path).toHaveCount(0);
    }
  });

  test("finds nothing at the address of somebody at another site", async ({ page, organization }) => {
    for (const path of [`/users/${sven.id}`, `/users/${organization.slug}`]) {
      await page.goto(organization.path(path));
      await expect(page.getByRole("main").getByText(/^There is no such page or object/)).toBeVisible();
    }
    await page.goto(organization.path(`/users/${uma.id}`));
    await expect(heading(page)).toContainText("Uma Field");
  });

  test("is refused by the edge itself", async ({ page, organization }) => {
    const base = `/orgs/${organization.slug}`;
    const person = { user_name: "mallory", email: "m@harbour.example", given_name: "Mal", family_name: "Lory" };
    const grants = [{ role: await organization.roleId("owner"), scope: { kind: "organization" } }];
    const password = { kind: "generated" };
    const attempts = [
      [403, "forbidden", "GET", "/administrators"],
      [403, "forbidden", "POST", "/administrators", { person, grants, password }],
      [404, "not-found", "GET", `/sites/${south}`],
      [403, "forbidden", "PUT", `/sites/${north}`, { version: 1, details: { name: "Mine" } }],
      [403, "forbidden", "POST", "/sites", { details: { name: "West" } }],
      [403, "forbidden", "GET", "/roles"],
      [403, "forbidden", "POST", "/users", { person, site: south, password }],
      [404, "not-found", "GET", `/users/${sven.id}`],
      [404, "not-found", "POST", `/users/${sven.id}/disable`],
      [404, "not-found", "POST", `/users/${organization.owner.id}/password`, { password }],
    ];
    for (const [status, code, method, path, body] of attempts) {
      const answer = await callFrom(page, method, base + path, body);
      expect(answer, `${method} ${path}`).toMatchObject({ status, body: { status, code } });
      expect(answer.type).toContain("application/problem+json");
    }
    const allowed = await callFrom(page, "GET", `${base}/users`);
    expect(allowed.body.items.map((user) => user.name)).toEqual(["Uma Field"]);
  });
});

test("another organization knows nothing of one's cookie", async ({ page, organization }) => {
  const other = await Organization.create({ name: "Elsewhere" });
  await signInTo(page, organization, organization.owner);
  const answer = await callFrom(page, "GET", `/orgs/${other.slug}/users`);
  expect(answer).toMatchObject({ status: 401, body: { code: "session-required" } });
  await page.goto(other.path("/users"));
  await expect(heading(page)).toHaveText(sentence("Sign in to Elsewhere"));
});

test("an administrator who may see no site by name still adds and changes users at his own", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  const details = { name: "Help desk", permissions: ["users:view", "users:create", "users:update"] };
  await organization.call("POST", "/roles", { details });
  const uma = await organization.addUser("Uma Field", { site: north });
  const ada = await organization.settle(await organization.appoint("Ada Moor", { roles: ["Help desk"], sites: [north] }));
  await signInTo(page, organization, ada, "/users/new");
  await expect(field(page, "Work location").getByRole("option")).toHaveText([sentence(`A site whose name you may not see (${north.slice(-6)})`)]);
  await field(page, "First name").fill("Sven");
  await field(page, "Last name").fill("Ridge");
  await field(page, "E-mail address").fill("sridge@harbour.example");
  await showPassword(page);
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "I have handed it on" }).click();
  await page.goto(organization.path(`/users/${uma.id}`));
  await field(page, "First name").fill("Una");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(heading(page)).toHaveText("Una Field");
  const seen = await organization.call("GET", `/users/${uma.id}`);
  expect(seen.site).toBe(north);
});

test("what somebody cannot give is said with what he lacks where he gives, before he says where", async ({ page, organization }) => {
  const north = await organization.addSite("North");
  const appointed = await organization.appoint("Ada Moor", { roles: ["users", "administrators"], sites: [north] });
  await signInTo(page, organization, await organization.settle(appointed), "/administrators/new");
  const viewOnly = page.getByRole("checkbox", { name: "System default (view only)" });
  const why = sentence("You may not do all of this there yourself: you lack the right to open the dashboard.");
  await expect(page.getByRole("checkbox", { name: "North" })).not.toBeChecked();
  await expect(viewOnly).toBeDisabled();
  await expect(viewOnly).toHaveAccessibleDescription(why);
  await page.getByRole("checkbox", { name: "North" }).check();
  await expect(viewOnly).toHaveAccessibleDescription(why);
});
