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
export const capabilitySchema = z.enum(capabilities);

export function isCapability(text: unknown): text is Capability {
  return capabilitySchema.safeParse(text).success;
}

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

const deeds: Record<Capability, string> = {
  "overview.read": "read the overview",
  "case.read": "read cases",
  "case.decide": "decide a case",
  "appeal.decide": "answer an appeal",
  "case.reveal-prompt": "uncover a prompt",
  "account-case.open": "open a case about an account",
  "suspension.lift": "lift a suspension",
  "member.terminate": "close an account",
  "member.read": "look at members",
  "ledger.read": "read the ledger",
  "order.read": "read orders",
  "order.refund": "refund an order",
  "subscription.cancel": "cancel a subscription",
  "price.change": "change a price",
  "provider.read": "look at providers and models",
  "provider.stop": "stop a provider or a model",
  "provider.change": "change providers and models",
  "act.read": "read the record of acts",
  "terms.replay": "replay terms",
  "picture.bar": "bar a picture",
};

export const roleNames: Record<Role, string> = {
  support: "Support",
  moderator: "Moderator",
  admin: "Administrator",
};

/** Why somebody without a capability may not, and whom to ask: `Only a moderator or an administrator may decide a case.` */
export function whoMay(capability: Capability): string {
  const named = roles.filter((role) => mayAsk([role], capability)).map((role) => withArticle[role]);
  return `Only ${named.join(" or ")} may ${deeds[capability]}.`;
}

const withArticle: Record<Role, string> = { support: "support", moderator: "a moderator", admin: "an administrator" };

/** Whether any of a person's roles carries the capability. */
export function mayAsk(held: readonly Role[], capability: Capability): boolean {
  return held.some((role) => (capabilitiesOf[role] as readonly Capability[]).includes(capability));
}
