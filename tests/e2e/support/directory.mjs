// A directory and what its connector tells, without the connector: the same requests with its token.

import { createHash } from "node:crypto";

import { origin } from "./api.mjs";

const OWN_USER = "urn:ietf:params:scim:schemas:extension:bailiwick:2.0:User";

/** Whoever has a directory's token. */
export class Connector {
  constructor(organization, token) {
    Object.assign(this, { organization, token });
  }

  /** A new directory of the organization, with its connector. */
  static async create(organization, { name = "Head office", onboarding = "later", ...more } = {}) {
    const scope = { kind: "organization" };
    const request = { details: { name, onboarding }, scope, expires_at: null, ...more };
    const { directory, token } = await organization.call("POST", "/directories", request);
    const connector = new Connector(organization, token);
    connector.id = directory.credential.id;
    return connector;
  }

  async #send(method, path, type, body) {
    const headers = { authorization: `Bearer ${this.token}`, "content-type": type };
    const answer = await fetch(`${origin}${path}`, { method, headers, body: body && JSON.stringify(body) });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    return text === "" ? undefined : JSON.parse(text);
  }

  /** A request of SCIM. */
  scim(method, path, body) {
    return this.#send(method, `/scim/v2/${this.organization.slug}${path}`, "application/scim+json", body);
  }

  #tell(path, body) {
    return this.#send("POST", `/api/v1/orgs/${this.organization.slug}/directory/${path}`, "application/json", body);
  }

  /** Adds somebody, to a team if one is given; gives the record. */
  add(name, { team, active = true } = {}) {
    const [givenName, familyName] = name.split(" ");
    const userName = `${givenName[0]}${familyName}`.toLowerCase();
    return this.scim("POST", "/Users", {
      schemas: ["urn:ietf:params:scim:schemas:core:2.0:User", OWN_USER],
      userName,
      externalId: userName,
      active,
      name: { givenName, familyName },
      emails: [{ value: `${userName}@harbour.example`, type: "work" }],
      ...(team ? { [OWN_USER]: { team } } : {}),
    });
  }

  /** Says something else of somebody; gives the record. */
  change(user, Operations) {
    return this.scim("PATCH", `/Users/${user.id}`, { Operations });
  }

  /** The change that puts somebody into a team. */
  static into(team) {
    return { op: "replace", path: `${OWN_USER}:team`, value: team };
  }

  /** The team that a record names. */
  static teamOf(record) {
    return record[OWN_USER]?.team;
  }

  #self(mappings = []) {
    return { version: "0.1.0", host: "sync-1", server: "ldaps://dc1.harbour.example", mappings };
  }

  /** Announces a run; gives it. */
  begin(counts, { mappings, hidden = null, unread = false } = {}) {
    const whole = { read: 0, added: 0, updated: 0, enabled: 0, disabled: 0, failed: 0, ...counts };
    const digest = createHash("sha256").update(JSON.stringify(whole)).digest("hex");
    return this.#tell("runs", { connector: this.#self(mappings), counts: whole, hidden, unread, digest });
  }

  /** Reports steps, as `[name, deed, outcome]`, and the end if there are counts for it. */
  report(run, steps, finished = null) {
    const step = ([name, deed, outcome]) => {
      const id = name.toLowerCase().replace(" ", ".");
      return { external_id: id, name, email: `${id}@harbour.example`, deed, outcome };
    };
    const whole = finished && { read: 0, added: 0, updated: 0, enabled: 0, disabled: 0, failed: 0, ...finished };
    return this.#tell(`runs/${run.id}/report`, { steps: steps.map(step), finished: whole });
  }

  /** Says that the directory cannot be read. */
  fail(reason) {
    return this.#tell("failures", { connector: this.#self(), run: null, reason });
  }
}
