import { X } from "lucide-react";
import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";
import { type Tone, toneIcons, toneSoft, toneText } from "./tone.ts";

type BannerProps = {
  tone: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons or links, at the end. */
  actions?: ReactNode;
  onDismiss?: () => void;
};

/** Something to know about this page, in its flow. What is bad interrupts a screen reader; the rest waits its turn. */
export function Banner({ tone, title, children, actions, onDismiss }: BannerProps) {
  const Icon = toneIcons[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={classes("flex gap-3 rounded-card px-4 py-3 text-ui", toneSoft[tone])}
    >
      <Icon aria-hidden size={16} className={classes("mt-0.5 shrink-0", toneText[tone])} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex max-w-[68ch] min-w-0 flex-col gap-0.5">
          <p className="font-medium text-text">{title}</p>
          {children && <div className="text-muted">{children}</div>}
        </div>
        {actions && <div className="-my-1 flex flex-wrap gap-2">{actions}</div>}
      </div>
      {onDismiss && (
        <div className="-my-1 -mr-2">
          <IconButton label="Dismiss" size="small" icon={<X size={16} />} onClick={onDismiss} />
        </div>
      )}
    </div>
  );
}
