import "sonner/dist/styles.css";
import { Toaster as Sonner, toast } from "sonner";
import { classes } from "./classes.ts";
import { type Tone, toneIcons, toneText } from "./tone.ts";

export type Toast = {
  tone: Tone;
  title: string;
  detail?: string;
  action?: { label: string; onAction: () => void };
  /** How long it stays, in ms; it waits while it is hovered or has the focus. */
  durationMs?: number;
};

/** The place where toasts appear; once, in the app's shell. */
export function Toaster() {
  return <Sonner position="bottom-right" gap={8} visibleToasts={4} toastOptions={{ unstyled: true }} />;
}

/** Says that something happened elsewhere. Never the only place of an undo or of an error. Returns how to take it back. */
export function showToast(shown: Toast): () => void {
  const id = toast.custom((id) => <ToastCard {...shown} onDone={() => toast.dismiss(id)} />, {
    duration: shown.durationMs ?? 6000,
  });
  return () => toast.dismiss(id);
}

/** A toast as it looks. */
export function ToastCard({ tone, title, detail, action, onDone }: Toast & { onDone: () => void }) {
  const Icon = toneIcons[tone];
  return (
    <div className="flex w-full items-start gap-3 rounded-card border bg-raised px-4 py-3 font-sans text-ui text-text shadow-md sm:w-[356px]">
      <Icon aria-hidden size={16} className={classes("mt-0.5 shrink-0", toneText[tone])} />
      <div className="flex min-w-0 flex-1 flex-col">
        <p className="font-medium">{title}</p>
        {detail && <p className="font-normal text-muted">{detail}</p>}
      </div>
      {action && (
        <button
          type="button"
          className="-my-1 rounded-control px-2 py-1 font-medium text-accent hover:bg-hover"
          onClick={() => {
            action.onAction();
            onDone();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
