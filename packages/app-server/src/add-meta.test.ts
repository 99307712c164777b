import { expect, it } from "vitest";
import { addMeta } from "./add-meta.ts";

const page = "<html><head><title>App</title></head><body></body></html>";

it("puts facts of the server into the head, in a form no value can leave", () => {
  const told = addMeta(page, { "demo-sandbox": 'http://127.0.0.1:14300/?a=1&b="><script>$&' });
  expect(told).toContain(
    '<title>App</title><meta name="demo-sandbox" content="http://127.0.0.1:14300/?a=1&amp;b=&quot;&gt;&lt;script&gt;$&amp;" /></head>',
  );
});

it("leaves the page as it is when there is nothing to tell", () => {
  expect(addMeta(page, {})).toBe(page);
});
