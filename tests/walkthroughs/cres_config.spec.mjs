// The account's tab BCE Config, step by step, in Dutch and in French. Each step bears the number that
// it has in the description of that portal.

import { expectAccessible } from "../e2e/support/axe.mjs";
import { accountOf, operator } from "../e2e/support/operator.mjs";
import { listen } from "../e2e/support/receiver.mjs";
import { expect, field, heading, loaded, signInTo, test } from "../e2e/support/test.mjs";

const DUTCH = {
  locale: "nl-BE",
  account: "Account",
  title: "Integraties",
  add: "Webhook toevoegen",
  purpose: "Waarvoor hij dient",
  address: "Adres",
  sites: "Sites",
  secret: "Geheim",
  kept: "Ik heb het bewaard",
  test: "Test sturen",
  delivered: "Geleverd",
  origins: "Origins",
  sender: "Weergavenaam",
  save: "Opslaan",
  saved: "Uw wijzigingen zijn opgeslagen.",
};

const FRENCH = {
  locale: "fr-BE",
  account: "Compte",
  title: "Intégrations",
  add: "Ajouter un webhook",
  purpose: "À quoi il sert",
  address: "Adresse",
  sites: "Sites",
  secret: "Secret",
  kept: "Je l’ai gardé",
  test: "Envoyer un test",
  delivered: "Remis",
  origins: "Origines",
  sender: "Nom affiché",
  save: "Enregistrer",
  saved: "Vos modifications ont été enregistrées.",
};

const dialog = (page) => page.getByRole("dialog");
const press = (scope, name) => scope.getByRole("button", { name, exact: true }).click();

for (const words of [DUTCH, FRENCH]) {
  test.describe(words.locale, () => {
    test.use({ locale: words.locale });
    test.describe.configure({ timeout: 120_000 });

    test("CRES-4: under BCE Config a webhook is added and tried, and origins and the mail sender are decided", async ({
      page,
      organization,
    }) => {
      const receiver = await listen();
      const { number } = await accountOf(await operator(), organization);
      await signInTo(page, organization, organization.owner, `/accounts/${number}`);
      const tabs = page.getByRole("navigation", { name: words.account, exact: true });
      await tabs.getByRole("link", { name: "BCE Config" }).click();
      await expect(heading(page)).toHaveText(words.title);
      await field(page, words.origins).fill("https://portal.example");
      await field(page, words.sender).fill("Service desk");
      await press(page, words.save);
      await expect(page.getByText(words.saved)).toBeVisible();

      await press(page, words.add);
      await field(dialog(page), words.purpose).fill("CRM");
      await field(dialog(page), words.address).fill(receiver.url);
      await dialog(page).getByRole("checkbox", { name: words.sites }).check();
      await press(dialog(page), words.add);
      await expect(dialog(page).getByRole("status", { name: words.secret })).toHaveText(/^whsec_/);
      await press(dialog(page), words.kept);
      await loaded(page);
      await expectAccessible(page, "BCE Config");
      await page.getByRole("link", { name: "CRM" }).click();
      await press(page, words.test);
      await expect(page.getByRole("row").filter({ hasText: "204" })).toContainText(words.delivered);
      expect(JSON.parse(receiver.received[0].body).type).toBe("test");
      await receiver.close();
    });
  });
}
