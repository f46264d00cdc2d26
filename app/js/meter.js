// The strength of a new password, for advice while typing. The rules decide, not this.
//
// Large because of its dictionaries, so it is a file of its own that is fetched on first use.
// They are named one by one: the packages' own indexes would bring encyclopaedias and lists of
// last names, which are two thirds of all and seldom in passwords.

import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import graphs from "@zxcvbn-ts/language-common/dist/adjacencyGraphs.json.mjs";
import passwords from "@zxcvbn-ts/language-common/dist/passwords.json.mjs";
import english from "@zxcvbn-ts/language-en/dist/commonWords.json.mjs";
import englishNames from "@zxcvbn-ts/language-en/dist/firstnames.json.mjs";
import french from "@zxcvbn-ts/language-fr/dist/commonWords.json.mjs";
import frenchNames from "@zxcvbn-ts/language-fr/dist/firstnames.json.mjs";
import dutch from "@zxcvbn-ts/language-nl-be/dist/commonWords.json.esm.js";
import boys from "@zxcvbn-ts/language-nl-be/dist/boysFirstnames.json.esm.js";
import girls from "@zxcvbn-ts/language-nl-be/dist/girlsFirstnames.json.esm.js";

const zxcvbn = new ZxcvbnFactory({
  graphs,
  dictionary: { passwords, english, englishNames, french, frenchNames, dutch, boys, girls },
});

// More characters cost time and change nothing: such a password is strong or a pattern.
const LONGEST = 100;

export const strength = (password, words) => zxcvbn.check(password.slice(0, LONGEST), words).score;
