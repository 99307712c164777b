/** Where a storefront publishes the keys that its receipts are signed with. */
const keysPath = "/.well-known/jwks.json";

/**
 * A signed receipt as the file a member keeps: the receipt, what it says in clear for whoever reads it, and where its keys are.
 * What counts is the receipt; docs/deletion-receipts.md says how it is verified.
 */
export function receiptFile(receipt: string, origin: string): string {
  const [, payload = ""] = receipt.split(".");
  // Our own statement, in ASCII.
  const says: unknown = JSON.parse(atob(payload.replaceAll("-", "+").replaceAll("_", "/")));
  return `${JSON.stringify({ receipt, says, keys: `${origin}${keysPath}` }, null, 2)}\n`;
}
