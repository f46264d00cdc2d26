// An organization for one test alone, made through the API: tests then run in any order and
// side by side.

import { randomBytes } from "node:crypto";

import { Api, setupToken } from "./api.mjs";

/** Passes the policy whatever the names in the organization are. */
export const PASSWORD = "seven quiet lanterns over the mill";
/** What somebody chooses in place of it. */
export const ANOTHER_PASSWORD = "nine copper kettles by the window";

/** A short name that no other test has. */
export const freshSlug = () => `e${randomBytes(6).toString("hex")}`;

/** The record of somebody: `person("Ada Moor")` is `amoor`. */
export function person(name) {
  const [given, ...rest] = name.split(" ");
  const family = rest.join(" ");
  const plain = (text) => text.normalize("NFD").replace(/[^A-Za-z]/g, "").toLowerCase();
  const userName = plain(given[0] + family);
  return { user_name: userName, email: `${userName}@harbour.example`, given_name: given, family_name: family };
}

/** An organization with its owner. What it offers is done as the owner. */
export class Organization {
  api = new Api();
  #roles;

  constructor(slug, name, owner) {
    Object.assign(this, { slug, name, owner });
  }

  /** A new one. Its owner is Olga Winter. */
  static async create({ name = "Harbour", language = "en" } = {}) {
    const slug = freshSlug();
    const owner = person("Olga Winter");
    const organization = new Organization(slug, name, { ...account("Olga Winter"), password: PASSWORD });
    const request = { token: setupToken(), organization: { slug, name, language }, owner, password: PASSWORD };
    await organization.api.call("POST", "/setup", request);
    const session = await signIn(organization.api, slug, organization.owner);
    organization.owner.id = session.owners[0].id;
    return organization;
  }

  /** The address of a page. */
  path(page = "") {
    return `/o/${this.slug}${page}`;
  }

  /** Calls an endpoint of the organization as its owner. */
  call(method, path, body) {
    return this.api.call(method, `/orgs/${this.slug}${path}`, body);
  }

  /** Adds a site; gives its id. */
  async addSite(name) {
    const site = await this.call("POST", "/sites", { details: { name } });
    return site.id;
  }

  /**
   * The newest mail to somebody with such a subject, once it has been delivered. (Test builds send
   * mails nowhere, and list them instead.)
   */
  async mailTo({ login }, subject) {
    const isIt = (mail) => mail.to === `${login}@harbour.example` && subject.test(mail.subject);
    for (let tries = 0; tries < 100; tries += 1) {
      const mail = (await this.call("GET", "/_mails")).find(isIt);
      if (mail) {
        return mail;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no mail to ${login} about ${subject}`);
  }

  /** Adds a user, at a site if one is given; gives the account with its temporary password. */
  async addUser(name, { site = null } = {}) {
    const request = { person: person(name), site, password: { kind: "generated" } };
    const made = await this.call("POST", "/users", request);
    return { ...account(name), id: made.id, password: made.temporary_password };
  }

  /**
   * Appoints an administrator with roles, at sites or for the whole organization; gives the
   * account with its temporary password.
   */
  async appoint(name, { roles = ["users"], sites } = {}) {
    const scope = sites ? { kind: "sites", sites } : { kind: "organization" };
    const ids = await Promise.all(roles.map((role) => this.roleId(role)));
    const grants = ids.map((role) => ({ role, scope }));
    const request = { person: person(name), grants, password: { kind: "generated" } };
    const made = await this.call("POST", "/administrators", request);
    return { ...account(name), id: made.id, password: made.temporary_password };
  }

  /** Adds a group, below another one if one is given; gives its id. */
  async addGroup(name, { kind = "team", parent = null } = {}) {
    const group = await this.call("POST", "/groups", { kind, parent, details: { name } });
    return group.id;
  }

  /** Puts somebody into a group. */
  join(group, { id }) {
    return this.call("PUT", `/groups/${group}/members/${id}`);
  }

  /** Gives a role to `{ user }` or `{ group }`; gives the grant's id. */
  async give(subject, role, { scope = { kind: "organization" }, ...more } = {}) {
    const grant = { role: await this.roleId(role), scope, ...more };
    const made = await this.call("POST", "/grants", { subject, grant });
    return made.id;
  }

  /** Replaces somebody's temporary password, so that he gets in at once. */
  async settle(account) {
    const api = new Api();
    await signIn(api, this.slug, account);
    const change = { current_password: account.password, new_password: PASSWORD };
    await api.call("POST", `/orgs/${this.slug}/session/password`, change);
    return { ...account, password: PASSWORD, api };
  }

  /** The id of a role, by name or by the key of a built-in one. */
  async roleId(name) {
    this.#roles ??= await this.call("GET", "/roles");
    return this.#roles.find((role) => role.details.name === name).id;
  }
}

/** The temporary password in a mail: four groups of five. */
export const passwordIn = (mail) => mail.text.match(/[a-z0-9]{5}(-[a-z0-9]{5}){3}/)[0];

/** What one signs in with, and is called. */
const account = (name) => ({ name, login: person(name).user_name });

const signIn = (api, slug, { login, password }) => api.call("POST", `/orgs/${slug}/session`, { login, password });
