import { installation, worldOrigin } from "../installation/installation.ts";
import { records } from "../installation/records.ts";
import { dial } from "../world/dial.ts";
import type { Person } from "./people.ts";

/** What the payment processor says of a person's newest refund. */
export async function refundAtStripe({ email }: Person): Promise<unknown> {
  const [refund] = await records<{ processor_id: string }>(
    `SELECT r.stripe_refund_id AS processor_id FROM refund r JOIN member m ON m.id = r.member_id
     WHERE m.email = $1 ORDER BY r.id DESC LIMIT 1`,
    [email],
  );
  const answer = await dial(`${worldOrigin}/v1/refunds/${refund?.processor_id}`, {
    headers: { authorization: `Bearer ${installation.environment.STRIPE_SECRET_KEY}` },
  });
  return JSON.parse(answer.body.toString("utf8"));
}
