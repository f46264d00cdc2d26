// What must not happen in any test, whatever it is about: errors in the console (a violation of
// the content security policy is one), uncaught exceptions, requests to other hosts, failures
// of the edge, keys without words.

import { origin } from "./api.mjs";

/** Starts watching a browser context; the list fills with what is wrong. */
export function watch(context) {
  const wrong = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !isExpected(message)) {
      wrong.push(`console: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => wrong.push(`exception: ${error.error()}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
      wrong.push(`request to another host: ${url}`);
    }
  });
  context.on("response", (response) => {
    if (response.status() >= 500) {
      wrong.push(`${response.status()} from ${response.url()}`);
    }
  });
  return wrong;
}

/**
 * The browser logs every request that is refused, and those that a test made fail by taking the
 * network away. That the console deals with these is what many tests are about.
 */
function isExpected(message) {
  const isOfApi = message.location().url.startsWith(`${origin}/api/`);
  return isOfApi && /status of 4\d\d|ERR_INTERNET_DISCONNECTED/.test(message.text());
}
