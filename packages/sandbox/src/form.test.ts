import { expect, it } from "vitest";
import { parseForm } from "./form.ts";

it("reads Stripe's nesting into objects and lists", () => {
  const text =
    "mode=payment&line_items[0][quantity]=2&line_items[0][price_data][currency]=usd&line_items[1][quantity]=1";
  expect(parseForm(text)).toEqual({
    mode: "payment",
    line_items: [{ quantity: "2", price_data: { currency: "usd" } }, { quantity: "1" }],
  });
});

it("reads empty brackets as a list", () => {
  expect(parseForm("expand[]=a&expand[]=b")).toEqual({ expand: ["a", "b"] });
});

it("keeps __proto__ as a name like any other", () => {
  parseForm("__proto__[polluted]=yes&a[__proto__][polluted]=yes");
  expect(Reflect.get({}, "polluted")).toBeUndefined();
});
