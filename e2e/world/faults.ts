import { onTestFinished } from "vitest";
import { worldOrigin } from "../installation/installation.ts";

/** `only` names the types of Stripe's events, or the objects, that a fault of its webhooks is for. */
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

/** Lets the events of Stripe go that "hold-webhook" holds. */
export async function releaseEvents(): Promise<void> {
  const response = await fetch(`${worldOrigin}/control/stripe/events/release`, { method: "POST" });
  if (!response.ok) throw new Error(`the sandbox released nothing: ${await response.text()}`);
}
