import * as z from "zod/mini";

/** Everything a role may ask for. Who may ask is decided here; what the terms then say is a ruling. */
export const capabilities = [
  "overview.read",
  "case.read",
  "case.decide",
  "appeal.decide",
  "case.reveal-prompt",
  "picture.bar",
  "account-case.open",
  "suspension.lift",
  "member.terminate",
  "member.read",
  "ledger.read",
  "order.read",
  "order.refund",
  "subscription.cancel",
  "price.change",
  "provider.read",
  "provider.stop",
  "provider.change",
  "act.read",
  "terms.replay",
] as const;
export type Capability = (typeof capabilities)[number];

export const roles = ["support", "moderator", "admin"] as const;
export type Role = (typeof roles)[number];
export const roleSchema = z.enum(roles);

export const capabilitiesOf = {
  support: [
    "overview.read",
    "case.read",
    "member.read",
    "ledger.read",
    "order.read",
    "order.refund",
    "subscription.cancel",
  ],
  moderator: [
    "overview.read",
    "case.read",
    "case.decide",
    "appeal.decide",
    "case.reveal-prompt",
    "picture.bar",
    "account-case.open",
    "suspension.lift",
    "member.read",
    "ledger.read",
  ],
  admin: capabilities,
} satisfies Record<Role, readonly Capability[]>;

/** Whether any of a person's roles carries the capability. */
export function mayAsk(held: readonly Role[], capability: Capability): boolean {
  return held.some((role) => (capabilitiesOf[role] as readonly Capability[]).includes(capability));
}
