import type { Settings } from "../env.ts";

/** Makes the sandbox's model provider fail every run, as a provider that is down does, until it is told otherwise. */
export async function seedProviderDown({ SANDBOX_URL }: Settings): Promise<void> {
  const answer = await fetch(`${SANDBOX_URL}/control/faults`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fal: ["fail"] }),
  });
  if (!answer.ok) throw new Error(`The sandbox at ${SANDBOX_URL} answered ${answer.status}; is the demo running?`);
  console.log(`Every generation now fails at the provider. Lift it with: curl -X DELETE ${SANDBOX_URL}/control/faults`);
}
