import { classes } from "./classes.ts";

export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small";

const base = classes(
  "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control border text-ui font-medium select-none",
  "whitespace-nowrap no-underline transition-colors aria-disabled:cursor-not-allowed",
);

const variants = {
  primary: "border-transparent bg-ink text-on-ink enabled-hover:bg-ink-hover active:bg-ink-hover",
  secondary: "border-border-strong/60 bg-surface text-text shadow-sm enabled-hover:bg-hover active:bg-sunken",
  quiet: "border-transparent text-muted enabled-hover:bg-hover enabled-hover:text-text active:bg-hover",
  danger: "border-transparent bg-bad text-on-bad enabled-hover:bg-bad-hover active:bg-bad-hover",
} as const satisfies Record<ButtonVariant, string>;

const unavailable = {
  primary: "border-transparent bg-hover text-faint",
  secondary: "border-border bg-surface text-faint",
  quiet: "border-transparent text-faint",
  danger: "border-transparent bg-hover text-faint",
} as const satisfies Record<ButtonVariant, string>;

const sizes = {
  medium: "h-control px-4",
  small: "h-control-small px-3",
} as const satisfies Record<ButtonSize, string>;

const squareSizes = {
  medium: "size-control",
  small: "size-control-small",
} as const satisfies Record<ButtonSize, string>;

export type ButtonLook = { variant?: ButtonVariant; size?: ButtonSize; isSquare?: boolean; isUnavailable?: boolean };

/** The class names of a button, for whatever element has to look like one: a router's link, a download anchor. */
export function buttonStyle(look: ButtonLook = {}): string {
  const { variant = "secondary", size = "medium", isSquare = false, isUnavailable = false } = look;
  return classes(
    base,
    isUnavailable ? unavailable[variant] : variants[variant],
    isSquare ? squareSizes[size] : sizes[size],
  );
}
