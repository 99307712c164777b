import type { Settings } from "../env.ts";
import { CommandFault } from "../run-command.ts";

/**
 * Makes the sandbox's model provider fail every run, as a provider that is down does, until it is told otherwise.
 * @throws CommandFault when the sandbox, which remembers this only while it runs, is not running.
 */
export async function seedProviderDown({ SANDBOX_URL }: Settings): Promise<void> {
  const answer = await fetch(`${SANDBOX_URL}/control/faults`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fal: ["fail"] }),
  }).catch(() => null);
  if (answer?.ok) return;
  const said = answer ? `answered ${answer.status}` : "does not answer";
  throw new CommandFault(`The sandbox at ${SANDBOX_URL} ${said}: start the demo with npm start, then run this again.`);
}
