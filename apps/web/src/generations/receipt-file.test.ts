import { expect, it } from "vitest";
import { receiptFile } from "./receipt-file.ts";

it("keeps the receipt as it is, and reads out what it says", () => {
  const says = { file: "art_1", cause: "member-request", clauses: ["IAI-1", "??>~"] };
  const receipt = `e30.${Buffer.from(JSON.stringify(says)).toString("base64url")}.c2ln`;
  expect(JSON.parse(receiptFile(receipt, "https://shop.test"))).toEqual({
    receipt,
    says,
    keys: "https://shop.test/.well-known/jwks.json",
  });
});
