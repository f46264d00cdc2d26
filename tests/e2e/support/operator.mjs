// The operator's organization, of which there is one for all tests of a run.

import { expect } from "@playwright/test";

import { Api, origin, setupToken } from "./api.mjs";
import { Organization, PASSWORD, person } from "./organization.mjs";

const NAME = "Olga Winter";

/**
 * The operator's organization. Whichever test needs it first sets it up; another one, whose set-up
 * is refused, waits until that is done.
 */
export async function operator() {
  const owner = person(NAME);
  const operator = new Organization("operator", "Operator", { name: NAME, login: owner.user_name, password: PASSWORD });
  const organization = { slug: operator.slug, name: operator.name, language: "en" };
  const request = { token: setupToken(), organization, owner, password: PASSWORD };
  await new Api().call("POST", "/setup", request).catch(() => {});
  const credentials = { login: operator.owner.login, password: PASSWORD };
  const signIn = () => operator.api.call("POST", `/orgs/${operator.slug}/session`, credentials);
  await expect.poll(() => signIn().then(() => "in", String), { timeout: 10_000 }).toBe("in");
  return operator;
}

/** The account of an organization, as the operator sees it. */
export async function accountOf(operator, { slug }) {
  const { items } = await operator.call("GET", `/accounts?q=${slug}`);
  return items[0];
}

/** What an API request of this browser is answered with. */
export const statusOf = (page, path) =>
  page.evaluate(async (url) => (await fetch(url)).status, `${origin}/api/v1${path}`);
