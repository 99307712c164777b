import { readFileSync } from "node:fs";
import { storefrontIds, storefrontNames } from "@covenant/domain";
import { say } from "./announce.ts";
import type { Ports } from "./ports.ts";

/** What the seed says about its sign-ins, in `.data/demo-sign-ins.json`. */
type SignIn = { email: string; password: string; where: string; secondFactor?: string };

/** The last thing printed: where to go, who to be, what to try. */
export function welcome(ports: Ports, signInsFile: string) {
  const storefronts = storefrontIds.map(
    (id) => `${storefrontNames[id].padEnd(15)} http://${id}.localhost:${ports.WEB_PORT}`,
  );
  say(`
  ${storefronts.join("\n  ")}
  Staff console   http://admin.localhost:${ports.ADMIN_PORT}
  Outside world   http://127.0.0.1:${ports.SANDBOX_PORT}   (mailbox, payments, second factors, faults)
  API             http://127.0.0.1:${ports.API_PORT}/v1

  Demo sign-ins
${signIns(signInsFile).map(line).join("\n")}

  Try: buy credits on a storefront (card 4242 4242 4242 4242), run a generation, and look at its history;
  then open the staff console as the moderator and decide a case.

  Logs are in .data/logs. Ctrl-C stops everything; the data stay in .data.
`);
}

function line({ email, password, where, secondFactor }: SignIn): string {
  return `  ${email.padEnd(22)} ${password.padEnd(25)} ${where}${secondFactor ? ` · second factor ${secondFactor}` : ""}`;
}

function signIns(file: string): SignIn[] {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return [{ email: "member@demo.test", password: "pnpm seed everyday", where: "prints the sign-ins" }];
  }
}
