import type { StorefrontView } from "@covenant/domain";
import { expect, it } from "vitest";
import { fillPage } from "./fill-page.ts";

const document = '<html lang="en"><head><title>App</title></head><body><div id="app"></div></body></html>';
const storefront = { id: "image-ai-run", name: "Words & $& <b>", tagline: 'So "quoted"' } as StorefrontView;

it("shows the page in the app's place, under the storefront's name and face", () => {
  const filled = fillPage(document, { storefront, html: "<h1>For $1 &amp; more</h1>" });
  expect(filled).toContain('<html data-face="image-ai-run" lang="en">');
  expect(filled).toContain('<div id="app"><h1>For $1 &amp; more</h1></div>');
});

it("lets no name or tagline out of its place", () => {
  const filled = fillPage(document, { storefront, html: "" });
  expect(filled).toContain("<title>Words &amp; $&amp; &lt;b&gt;</title>");
  expect(filled).toContain('content="So &quot;quoted&quot;"');
});
