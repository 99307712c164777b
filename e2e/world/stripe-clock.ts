import { worldOrigin } from "../installation/installation.ts";
import { records } from "../installation/records.ts";

/** Lets the time of one member's subscription pass until just after its next renewal; nobody else's moves. */
export async function passRenewal(email: string): Promise<void> {
  const [found] = await records<{ subscription: string }>(
    `SELECT s.stripe_subscription_id AS subscription FROM subscription s JOIN member m ON m.id = s.member_id
     WHERE m.email = $1 AND s.state <> 'ended'`,
    [email],
  );
  const response = await fetch(`${worldOrigin}/control/stripe/advance`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ to: "renewal", subscription: found?.subscription }),
  });
  if (!response.ok) throw new Error(`the sandbox did not let time pass: ${await response.text()}`);
}
