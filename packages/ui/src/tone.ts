import { CircleAlert, CircleCheck, CircleDot, Info, type LucideIcon, TriangleAlert } from "lucide-react";

/** What a thing means to the person. Colour never says it alone: each tone has a picture and needs words beside it. */
export type Tone = "ok" | "warn" | "bad" | "info" | "neutral";

export const toneIcons = {
  ok: CircleCheck,
  warn: TriangleAlert,
  bad: CircleAlert,
  info: Info,
  neutral: CircleDot,
} as const satisfies Record<Tone, LucideIcon>;

export const toneText = {
  ok: "text-ok",
  warn: "text-warn",
  bad: "text-bad",
  info: "text-info",
  neutral: "text-muted",
} as const satisfies Record<Tone, string>;

export const toneSoft = {
  ok: "bg-ok-soft text-ok",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
  neutral: "bg-hover text-muted",
} as const satisfies Record<Tone, string>;
