// Finding one's organizations by mail.

import { expectAccessible } from "./support/axe.mjs";
import { operator } from "./support/operator.mjs";
import { Organization } from "./support/organization.mjs";
import { expect, field, heading, test } from "./support/test.mjs";

test.use({ locale: "fr-BE" });
test.describe.configure({ timeout: 90_000 });

test("whoever forgot the short name gets it by mail, and nobody learns who has an account", async ({ page, organization }) => {
  const [provider, other] = [await operator(), await Organization.create({ name: "Lighthouse" })];
  // An address that no other test has.
  const email = `forgetful-${organization.slug}@harbour.example`;
  for (const known of [organization, other]) {
    const person = { user_name: "forgetful", email, given_name: "Fee", family_name: "Field" };
    await known.call("POST", "/users", { person, site: null, password: { kind: "generated" } });
  }
  await page.goto("/");
  await page.getByRole("link", { name: "Retrouver mes organisations" }).click();
  await expect(heading(page)).toHaveText("Retrouver mes organisations");
  await expectAccessible(page, "finding one's organizations");
  const [address, ask] = [field(page, "Adresse e-mail"), page.getByRole("button", { name: "M’envoyer mes organisations" })];
  await address.fill("Fee Field");
  await ask.click();
  await expect(address).toHaveAttribute("aria-invalid", "true");

  const said = page.getByText(/^Si cette adresse a un compte/);
  await address.fill(`nobody-${email}`);
  await ask.click();
  await expect(said).toBeVisible();

  // The registry hears of an account shortly after it is made.
  const links = async () => {
    await page.reload();
    await address.fill(email);
    await ask.click();
    await expect(said).toBeVisible();
    const mail = (await provider.call("GET", "/_mails")).find(({ to, subject }) => to === email && subject === "Vos organisations");
    return [organization, other].filter(({ slug }) => mail?.text.includes(`/o/${slug}/sign-in`)).length;
  };
  await expect.poll(links, { timeout: 30_000, intervals: [1_000] }).toBe(2);
});
