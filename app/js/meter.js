// The strength of a new password, for advice while typing. The rules decide, not this.
//
// Large because of its dictionaries, so it is a file of its own that is fetched on first use.

import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import * as common from "@zxcvbn-ts/language-common";
import * as en from "@zxcvbn-ts/language-en";
import * as fr from "@zxcvbn-ts/language-fr";
import * as nl from "@zxcvbn-ts/language-nl-be";

const zxcvbn = new ZxcvbnFactory({
  graphs: common.adjacencyGraphs,
  dictionary: { ...common.dictionary, ...en.dictionary, ...fr.dictionary, ...nl.dictionary },
});

// More characters cost time and change nothing: such a password is strong or a pattern.
const LONGEST = 100;

export const strength = (password, words) => zxcvbn.check(password.slice(0, LONGEST), words).score;
