// An HTTP server on this machine that keeps what webhooks send it.

import { createHmac } from "node:crypto";
import { createServer } from "node:http";

/** Listens, and answers everything with `status`, after `delay` milliseconds; both may be changed. */
export async function listen(status = 204) {
  const receiver = { status, delay: 0, received: [], answered: 0 };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      receiver.received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const answer = () => response.writeHead(receiver.status).end(() => (receiver.answered += 1));
      setTimeout(answer, receiver.delay);
    });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  receiver.url = `http://127.0.0.1:${server.address().port}/in`;
  // Whoever has connected may keep the connection, or may not have asked anything over it yet: close waits for that.
  receiver.close = () =>
    new Promise((closed) => {
      server.close(closed);
      server.closeAllConnections();
    });
  return receiver;
}

/** The signature as a receiver computes it (Standard Webhooks). */
export function signature(secret, { headers, body }) {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
}
