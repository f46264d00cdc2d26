// Codes as an authenticator app shows them (TOTP, RFC 6238), made from what a page shows of its key.

import { createHmac } from "node:crypto";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const STEP = 30_000;

/** The code that an app shows, `later` so many steps from now; the edge accepts one step of either. */
export function codeOf(key, later = 0) {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / STEP) + later));
  const digest = createHmac("sha1", bytesOf(key)).update(counter).digest();
  const at = digest.at(-1) & 0xf;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** Six digits that are no code of this key about now. */
export function wrongCode(key) {
  const codes = [-2, -1, 0, 1, 2].map((later) => codeOf(key, later));
  return ["000000", "111111", "222222", "333333", "444444", "555555"].find((code) => !codes.includes(code));
}

/** What a key in base32 (RFC 4648) stands for; spaces between its groups say nothing. */
function bytesOf(key) {
  const signs = [...key.replace(/\s|=/g, "")];
  const bits = signs.map((sign) => ALPHABET.indexOf(sign).toString(2).padStart(5, "0")).join("");
  return Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
}
