// Opens pages as a browser does that has never been here, and prints what each first load brought over the wire:
// a list of {page, path, bytes, kind}, bytes compressed with brotli 11 as a server may do once for static files.
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "playwright-core";

const { origin, chrome, arguments: args, organization, username, password } = JSON.parse(process.argv[2]);
const signInPage = `${origin}/o/${organization}/sign-in`;
const listPage = `${origin}/o/${organization}/administrators`;

const KINDS = { ".wasm": "wasm", ".js": "js", ".css": "css", ".woff2": "fonts", ".ftl": "words", ".svg": "images" };

function kindOf(path) {
  if (path.startsWith("/api/")) return "data";
  const dot = path.lastIndexOf(".");
  return dot < 0 ? "html" : (KINDS[path.slice(dot)] ?? "other");
}

function compressed(body) {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

async function load(browser, page, storageState) {
  const context = await browser.newContext({ storageState });
  const tab = await context.newPage();
  const bodies = [];
  tab.on("requestfinished", (request) => {
    const body = request.response().then((response) => response.body());
    bodies.push({ url: new URL(request.url()), body });
  });
  const foreign = [];
  tab.on("request", (request) => {
    if (new URL(request.url()).origin !== origin && !request.url().startsWith("data:")) foreign.push(request.url());
  });
  await tab.goto(page, { waitUntil: "networkidle" });
  await tab.getByRole("heading", { level: 1 }).first().waitFor();
  // What comes from here on is not part of the first load: the rest of the program, when nobody waits for it.
  tab.removeAllListeners("requestfinished");
  if (foreign.length > 0) throw new Error(`${page} asks other hosts: ${foreign.join(", ")}`);
  const loads = [];
  for (const { url, body } of bodies) {
    loads.push({ page: new URL(page).pathname, path: url.pathname, kind: kindOf(url.pathname), bytes: compressed(await body) });
  }
  return { context, tab, loads };
}

const browser = await chromium.launch({ executablePath: chrome, args });
try {
  const first = await load(browser, signInPage, undefined);
  // Signed in by the page's own means, so that the cookie is the one that a browser would have.
  await first.tab.evaluate(
    async ({ organization, login, password }) => {
      const answer = await fetch(`/api/v1/orgs/${organization}/session`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-bailiwick": "1" },
        body: JSON.stringify({ login, password }),
      });
      if (!answer.ok) throw new Error(`cannot sign in: ${answer.status}`);
    },
    { organization, login: username, password },
  );
  const signedIn = await first.context.storageState();
  const second = await load(browser, listPage, signedIn);
  console.log(JSON.stringify([...first.loads, ...second.loads]));
} finally {
  await browser.close();
}
