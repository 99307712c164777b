import { cloneElement, type ReactElement, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { placeTip } from "./place-tip.ts";

type TriggerProps = { "aria-describedby"?: string | undefined };
type TooltipProps = { label: ReactNode; children: ReactElement<TriggerProps> };

const openDelayMs = 300;
const closeDelayMs = 120;

/**
 * A short word on hover and on keyboard focus. It repeats or explains, and is never the only place for something.
 * The platform's popover puts it above dialogs; it can be hovered itself and leaves on Escape (WCAG 1.4.13).
 */
export function Tooltip({ label, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const { isOpen, open, openSoon, closeSoon, close } = useDelayedOpen();

  // Connects to the platform's top layer, where the tip is measured and placed; lets go by hiding it.
  useEffect(() => {
    const trigger = anchor.current?.firstElementChild;
    const bubble = tip.current;
    if (!isOpen || !trigger || !bubble) return;
    bubble.showPopover();
    const place = placeTip(trigger.getBoundingClientRect(), bubble.getBoundingClientRect(), window.innerWidth);
    bubble.style.left = `${place.left}px`;
    bubble.style.top = `${place.top}px`;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && close();
    document.addEventListener("keydown", onKey);
    window.addEventListener("scroll", close, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", onKey);
      window.removeEventListener("scroll", close, { capture: true });
      bubble.hidePopover();
    };
  }, [isOpen, close]);

  const describedBy = children.props["aria-describedby"];
  return (
    // The wrapper draws no box: it only hears what happens to the trigger inside it.
    // biome-ignore lint/a11y/noStaticElementInteractions: the interactive element is the child
    <span
      ref={anchor}
      className="contents"
      onPointerEnter={(event) => event.pointerType === "mouse" && openSoon()}
      onPointerLeave={closeSoon}
      onPointerDown={close}
      onFocus={(event) => event.target.matches(":focus-visible") && open()}
      onBlur={close}
    >
      {isOpen ? cloneElement(children, { "aria-describedby": describedBy ?? id }) : children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed inset-auto m-0 max-w-72 rounded-control border-0 bg-ink px-2 py-1 text-small font-normal whitespace-normal text-on-ink shadow-md"
      >
        {label}
      </span>
    </span>
  );
}

function useDelayedOpen() {
  const [isOpen, setOpen] = useState(false);
  const timer = useRef<number>(undefined);
  const [actions] = useState(() => {
    const after = (next: boolean, delayMs: number) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setOpen(next), delayMs);
    };
    return {
      open: () => after(true, 0),
      openSoon: () => after(true, openDelayMs),
      closeSoon: () => after(false, closeDelayMs),
      close: () => after(false, 0),
    };
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return { isOpen, ...actions };
}
