// The operator's organization, of which there is one for all tests of a run.

import { Api, origin } from "./api.mjs";
import { Organization, PASSWORD, person } from "./organization.mjs";

const NAME = "Olga Winter";

/** The operator's organization. Whichever test needs it first sets it up; both may try at once. */
export async function operator() {
  const owner = person(NAME);
  const operator = new Organization("operator", "Operator", { name: NAME, login: owner.user_name, password: PASSWORD });
  const token = `${process.env.BAILIWICK_SETUP_SECRET}.operator`;
  const organization = { slug: operator.slug, name: operator.name, language: "en" };
  // Refused once it is there: the same token completes what it has begun, and does nothing twice.
  await new Api().call("POST", "/setup", { token, organization, owner, password: PASSWORD }).catch(() => {});
  const credentials = { login: operator.owner.login, password: PASSWORD };
  await operator.api.call("POST", `/orgs/${operator.slug}/session`, credentials);
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
