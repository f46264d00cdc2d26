// Webhooks: an address elsewhere is told what happens, and the console says what became of it.

import { expectAccessible } from "./support/axe.mjs";
import { listen, signature } from "./support/receiver.mjs";
import { expect, field, heading, loaded, sentence, signInTo, test } from "./support/test.mjs";

const dialog = (page) => page.getByRole("dialog");
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();
const deliveries = (page) => page.getByRole("table", { name: "Deliveries" }).getByRole("row");

test("a webhook is added, tells its receiver what happens, and its log says what became of it", async ({ page, organization }) => {
  const receiver = await listen();
  await signInTo(page, organization, organization.owner, "/integrations");
  await expect(heading(page)).toHaveText("Integrations");
  await expect(page.getByText("Nobody is told yet")).toBeVisible();
  await press(page, "Add a webhook");
  await field(dialog(page), "What it is for").fill("Directory");
  await field(dialog(page), "Address").fill("http://hooks.example/in");
  await dialog(page).getByRole("checkbox", { name: "Sites" }).check();
  await expectAccessible(page, "adding a webhook");
  await press(dialog(page), "Add a webhook");
  await expect(field(dialog(page), "Address")).toHaveAccessibleDescription(/Write an address that begins with https:\/\//);
  await field(dialog(page), "Address").fill(receiver.url);
  await press(dialog(page), "Add a webhook");
  const secret = await dialog(page).getByRole("status", { name: "Secret" }).textContent();
  expect(secret).toMatch(/^whsec_/);
  await press(dialog(page), "I have kept it");

  await page.getByRole("link", { name: "Directory" }).click();
  await expect(heading(page)).toHaveText("Directory");
  await expect(page.getByText("Nothing has been sent yet")).toBeVisible();
  await organization.addSite("North");
  await expect.poll(() => receiver.received.length).toBe(1);
  const [told] = receiver.received;
  expect(told.headers["webhook-signature"]).toBe(signature(secret, told));
  expect(JSON.parse(told.body).data.effect.details.name).toBe("North");

  receiver.status = 500;
  await press(page, "Send a test");
  const [test, site] = [deliveries(page).nth(1), deliveries(page).nth(2)];
  await expect(test).toContainText("Test");
  await expect(test).toContainText("500");
  await expect(test).toContainText("Waiting");
  await expect(site).toContainText("Delivered");
  await page.reload();
  await expect(page.getByText(sentence("The last attempt failed."))).toBeVisible();
  receiver.status = 204;
  await press(test, "Send again");
  await expect(test).toContainText("Delivered");
  await loaded(page);
  await expectAccessible(page, "a webhook with its log");
  await receiver.close();
});

test("an answer that takes its time is shown when it comes, and whoever leaves meanwhile is not held up", async ({ page, organization }) => {
  const receiver = await listen(500);
  receiver.delay = 2500;
  const details = { name: "Directory", url: receiver.url, families: ["sites"], enabled: true };
  const { webhook } = await organization.call("POST", "/webhooks", { details });
  await signInTo(page, organization, organization.owner, `/webhooks/${webhook.id}`);
  await press(page, "Send a test");
  const test = deliveries(page).nth(1);
  await expect(test).toContainText("Waiting");
  await expect(test).toContainText("500");
  await press(test, "Send again");
  await expect(test).not.toContainText("500");
  await page.getByRole("main").getByRole("link", { name: "Integrations" }).click();
  await expect(heading(page)).toHaveText("Integrations");
  await expect.poll(() => receiver.answered).toBe(2);
  await loaded(page);
  await expect(page.getByRole("row").filter({ hasText: "Directory" })).toBeVisible();
  await receiver.close();
});

test("a webhook that is gone is switched off, says so, and is switched on again", async ({ page, organization }) => {
  const receiver = await listen(410);
  const details = { name: "Directory", url: receiver.url, families: ["sites"], enabled: true };
  const { webhook } = await organization.call("POST", "/webhooks", { details });
  await organization.addSite("North");
  const state = () => organization.call("GET", `/webhooks/${webhook.id}`).then((now) => now.off_reason);
  await expect.poll(state).toBe("gone");
  await signInTo(page, organization, organization.owner, "/integrations");
  await expect(page.getByRole("row").filter({ hasText: "Directory" })).toContainText("Switched off");
  await page.getByRole("link", { name: "Directory" }).click();
  await expect(page.getByRole("alert")).toContainText("The address answered that it is gone");
  await expect(page.getByRole("button", { name: "Send a test" })).toBeDisabled();
  await page.getByRole("checkbox", { name: "Switched on" }).check();
  await press(page, "Save");
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await press(page, "Replace the secret");
  await press(dialog(page), "Replace the secret");
  await press(dialog(page), "I have kept it");
  await expect(page.getByText(sentence("The secret before it signs, too, until "))).toBeVisible();
  await press(page, "Remove");
  await press(dialog(page), "Remove");
  await expect(heading(page)).toHaveText("Integrations");
  await expect(page.getByText("Nobody is told yet")).toBeVisible();
  await receiver.close();
});

test("origins and the mail sender are decided, and what is wrong is said at its field", async ({ page, organization }) => {
  await signInTo(page, organization, organization.owner, "/integrations");
  await field(page, "Origins").fill("https://portal.example\nhttps://portal.example/app");
  await press(page, "Save");
  await expect(field(page, "Origins")).toHaveAccessibleDescription(sentence("“https://portal.example/app” is no origin."));
  await field(page, "Origins").fill("https://portal.example/\n");
  await field(page, "Display name").fill("desk@harbour.example");
  await press(page, "Save");
  await expect(field(page, "Display name")).toHaveAccessibleDescription(/^Leave e-mail addresses out of the name/);
  await field(page, "Display name").fill("Service desk");
  await press(page, "Save");
  await expect(page.getByText("Your changes have been saved.")).toBeVisible();
  await page.reload();
  await expect(field(page, "Origins")).toHaveValue("https://portal.example");
  await expect(field(page, "Display name")).toHaveValue("Service desk");
});
