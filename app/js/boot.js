// Starts the console: applies what this browser chose before the first paint, fetches the
// program and the words of one language side by side, and hands over.
//
// Deliberately small: everything else is in the program.

const asset = (name) => document.querySelector(`meta[name="${name}"]`).content;
const languages = ["en", "fr", "nl"];

// Asked in the address, else chosen here before, else what the browser asks for.
const kept = (name) => {
  try {
    return localStorage.getItem(name);
  } catch {
    return null; // Storage may be forbidden; then nothing was chosen.
  }
};
const wishes = [new URLSearchParams(location.search).get("lang"), kept("bailiwick-language"), ...navigator.languages];
const language = wishes.map((wish) => wish?.slice(0, 2).toLowerCase()).find((wish) => languages.includes(wish)) ?? "en";
document.documentElement.lang = language;

const theme = kept("bailiwick-theme");
if (theme === "light" || theme === "dark") {
  document.documentElement.dataset.theme = theme;
}

// Leptos makes elements that never change out of HTML text of its own. This is the only way from
// text to HTML here: it lets plain elements through, and nothing that runs or fetches anything.
// Before an attribute there may be a slash or the quote that ends another, and a value may hold
// the sign that ends a tag: so up to the next tag, nothing may look like such an attribute.
const plain = /^(?:[^<]|<\/?(?:button|circle|div|li|option|p|path|rect|small|span|strong|td|th|ul)\b(?![^<]*[\s"'/](?:on\w+|href|src\w*|style|form\w*)\s*=))*$/i;
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (html) => {
    if (!plain.test(html)) {
      throw new TypeError(`not plain HTML: ${html}`);
    }
    return html;
  },
});

// What only the choice of a password needs is fetched then: the block-list, and how hard a
// password is to guess, 0 to 4.
globalThis.bailiwickCommonPasswords = async () => (await import(asset("common-passwords"))).list;
globalThis.bailiwickStrength = async (password, words) => (await import(asset("meter"))).strength(password, words);

const words = async () => (await fetch(asset(`words-${language}`))).text();
const program = async () => {
  const app = await import(asset("app"));
  await app.default({ module_or_path: asset("app-wasm") });
  return app;
};

// Without the program there is nothing to say it in; these few words need none.
const sorry = {
  en: "The console could not be loaded. Check your connection and reload the page.",
  fr: "La console n’a pas pu être chargée. Vérifiez votre connexion et rechargez la page.",
  nl: "De console kon niet worden geladen. Controleer uw verbinding en laad de pagina opnieuw.",
};

try {
  const [app, text] = await Promise.all([program(), words()]);
  app.start(language, text);
} catch (error) {
  console.error(error);
  const message = document.createElement("p");
  message.className = "crashed";
  message.setAttribute("role", "alert");
  message.textContent = sorry[language];
  document.body.append(message);
}
