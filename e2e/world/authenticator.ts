import { worldOrigin } from "../installation/installation.ts";

/** The code that a staff member's phone shows now. */
export async function codeOnPhone(): Promise<string> {
  const response = await fetch(`${worldOrigin}/authenticator.json`);
  const { codes }: { codes: { code: string }[] } = await response.json();
  const [first] = codes;
  if (first === undefined) throw new Error("the sandbox shows no second factor");
  return first.code;
}
