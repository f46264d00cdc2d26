// The Worker's entry. It makes sure that every request is answered: when Wasm panics or traps,
// the platform reports an "error" event, but the promise of the request that caused it, and of
// every other one in that Wasm instance, would never settle. Each call here races that event.
// (The generated shim beside it starts a new instance for the next call.)
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
import * as wasm from "./index.js";

const TIMEOUT_MS = 25_000;
// Ten mails of fifteen seconds each at the most, and some time for their organization.
const ALARM_TIMEOUT_MS = 180_000;
const pending = new Set();

addEventListener("error", (event) => {
  for (const reject of pending) reject(event.error ?? new Error("trap"));
  pending.clear();
});

function guard(call, timeout = TIMEOUT_MS) {
  let reject, timer;
  const failed = new Promise((_, r) => {
    reject = r;
    timer = setTimeout(() => r(new Error("no answer in time")), timeout);
  });
  pending.add(reject);
  // The call starts in a microtask, so that what it throws at once is caught like the rest.
  return Promise.race([Promise.resolve().then(call), failed]).finally(() => {
    pending.delete(reject);
    clearTimeout(timer);
  });
}

// Runs work in a storage transaction, which is kept if the work says so. Only what is thrown makes
// the platform roll back; caught here, it is no error that Wasm would hear of and log.
const ROLLED_BACK = Symbol("rolled back");
globalThis.bailiwickTransaction = (storage, work) => {
  try {
    storage.transactionSync(() => {
      if (!work()) throw ROLLED_BACK;
    });
  } catch (thrown) {
    if (thrown !== ROLLED_BACK) throw thrown;
  }
};

// Hands a message in MIME to the platform. Its module is asked for here and now: plain workerd,
// which has no mail, could not even start with an import above.
globalThis.bailiwickSendEmail = async (binding, sender, to, raw) => {
  const { EmailMessage } = await import("cloudflare:email");
  await binding.send(new EmailMessage(sender, to, raw));
};

// As in src/edge/headers.rs.
const ALWAYS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "strict-transport-security": "max-age=31536000; includeSubDomains",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

function refusal(problem, headers = {}, request = crypto.randomUUID().replaceAll("-", "")) {
  const body = JSON.stringify({ ...problem, request_id: request });
  const all = { ...ALWAYS, ...headers, "content-type": "application/problem+json", "x-request-id": request };
  return new Response(body, { status: problem.status, headers: all });
}

// The last resort: a problem without a word from inside; the cause goes to the log.
function failure(error) {
  const request = crypto.randomUUID().replaceAll("-", "");
  console.error(JSON.stringify({ level: "error", request, cause: String(error?.stack ?? error) }));
  return refusal({ status: 500, code: "internal" }, {}, request);
}

// Wasm sees a verb that it does not know as GET.
const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "CONNECT", "TRACE"];

function unknownMethod() {
  const allow = "DELETE, GET, POST, PUT";
  return refusal({ status: 405, code: "method-not-allowed", args: { allow } }, { allow });
}

export default class extends WorkerEntrypoint {
  fetch(request) {
    if (!METHODS.includes(request.method)) return unknownMethod();
    const answer = guard(() => new wasm.default(this.ctx, this.env).fetch(request)).catch(failure);
    // A client that hangs up does not stop a mutation half-way.
    this.ctx.waitUntil(answer);
    return answer;
  }
}

export class Organization extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    this.inner = new wasm.Organization(ctx, env);
  }
  fetch(request) {
    return guard(() => this.inner.fetch(request)).catch(failure);
  }
  // What is thrown makes the platform try again.
  async alarm() {
    await guard(() => this.inner.alarm(), ALARM_TIMEOUT_MS);
  }
}
