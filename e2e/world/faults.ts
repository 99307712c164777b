import { onTestFinished } from "vitest";
import { worldOrigin } from "../installation/installation.ts";

/** `only` names the event types of Stripe that a fault of its webhooks is for. */
type Faults = { stripe?: string[]; fal?: string[]; only?: string[]; times?: number };

/** Arms a fault of the outside world until the test is over. */
export async function armFaults(faults: Faults): Promise<void> {
  onTestFinished(async () => {
    await fetch(`${worldOrigin}/control/faults`, { method: "DELETE" });
  });
  const response = await fetch(`${worldOrigin}/control/faults`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(faults),
  });
  if (!response.ok) throw new Error(`the sandbox has no such fault: ${await response.text()}`);
}
