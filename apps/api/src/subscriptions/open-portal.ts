import type { MemberActor } from "@covenant/domain";
import type { Deps } from "../deps.ts";
import { ensureCustomer } from "./customer.ts";

/** Opens the processor's page on which a member changes the card and finds invoices. It leads back to the billing page. */
export async function openPortal(
  deps: Pick<Deps, "db" | "payments" | "originOf">,
  { memberId, storefront }: MemberActor,
): Promise<{ url: string }> {
  const customer = await ensureCustomer(deps, memberId);
  return deps.payments.openPortal(customer, `${deps.originOf(storefront)}/billing`);
}
