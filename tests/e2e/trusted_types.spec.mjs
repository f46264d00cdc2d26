// The one way from text to HTML lets nothing through that runs or fetches anything.

import { expect, test } from "./support/test.mjs";

/** Which of these texts may become HTML. */
const accepted = (page, texts) =>
  page.evaluate((texts) => {
    const becomesHtml = (text) => {
      try {
        document.createElement("template").innerHTML = text;
        return true;
      } catch (error) {
        if (error instanceof TypeError) return false;
        throw error;
      }
    };
    return texts.filter(becomesHtml);
  }, texts);

test("HTML that runs or fetches something is refused, however its attributes are set apart", async ({ page }) => {
  await page.goto("/");
  const apart = [" ", "\t", "\n", "\f", "/", ' class="x"', " class='x'", ' title=">" ', " title='>'", ' title=">"/'];
  const harmful = ["onclick=alert(1)", "ONFOCUS = alert(1)", "href=/x", 'src="/x"', "srcset=/x", "style=color:red", "formaction=/x"];
  const texts = apart.flatMap((space) => harmful.map((attribute) => `<div${space}${attribute}>x</div>`));
  texts.push("<script>1</script>", "<img>", "<iframe></iframe>", "<svg></svg>", "<a>x</a>", "<base>", "<div title='<'>");
  expect(await accepted(page, texts)).toEqual([]);
});

test("plain elements pass", async ({ page }) => {
  await page.goto("/");
  const texts = ["words", '<div class="x"><span>on a site</span></div>', '<button type="submit" aria-label="x">', "<p>", "</ul>"];
  expect(await accepted(page, texts)).toEqual(texts);
});
