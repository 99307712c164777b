import { type Danger, dangers } from "@covenant/domain";
import { conditionsOn } from "../condition.ts";
import type { Family } from "../rule.ts";

export const noticedSanctions = ["warning", "limit", "suspension"] as const;
/** Sanctions of which a member is told as they take effect. */
export type NoticedSanction = (typeof noticedSanctions)[number];

export type SuspensionNoticeFacts = { readonly sanction: NoticedSanction; readonly danger: Danger };

/** `whole`: with what was seen; `outline`: without how it was noticed. The reasons are given either way. */
export type SuspensionNoticeVerdict = { readonly told: "with-effect"; readonly detail: "whole" | "outline" };

export const onSuspensionNotice = conditionsOn<SuspensionNoticeFacts>();

export const dangerWords = {
  none: "nothing speaks against telling",
  fraud: "it is about fraud",
  security: "it is a danger to security",
  "aids-breach": "telling all would help a further breach",
} as const satisfies Record<Danger, string>;

export const noticedWords = {
  warning: "it is a warning",
  limit: "the account is limited",
  suspension: "the account is suspended",
} as const satisfies Record<NoticedSanction, string>;

export const suspensionNoticeFamily: Family<SuspensionNoticeFacts> = {
  name: "suspension notice",
  question: "suspensionNotice",
  points: () => noticedSanctions.flatMap((sanction) => dangers.map((danger) => ({ sanction, danger }))),
  tell: ({ sanction, danger }) => [noticedWords[sanction], dangerWords[danger]],
};
