// The API as programs use it, to prepare what a test is not about.

import { randomUUID } from "node:crypto";

export const origin = process.env.BAILIWICK_ORIGIN;

/** A set-up token nobody has used: any text after the secret makes one (test builds only). */
export const setupToken = () => `${process.env.BAILIWICK_SETUP_SECRET}.${randomUUID()}`;

/** Requests with one person's cookies. */
export class Api {
  #cookies = new Map();

  /** Sends a request; gives the body of a good answer, throws at any other. */
  async call(method, path, body) {
    const answer = await fetch(`${origin}/api/v1${path}`, {
      method,
      headers: {
        origin,
        "x-bailiwick": "1",
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    }
    this.#keepCookies(answer);
    return text === "" ? undefined : JSON.parse(text);
  }

  #keepCookies(answer) {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      this.#cookies.set(name, value);
    }
  }
}
