import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "./classes.ts";
import { IconButton } from "./IconButton.tsx";

export type DialogProps = {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  /** Buttons, at the end; the safe one first. */
  actions?: ReactNode;
  width?: "narrow" | "normal" | "wide";
  /** A question that must be answered: Escape still says no, a press outside does nothing. */
  isAlert?: boolean;
};

const widths = { narrow: "max-w-md", normal: "max-w-xl", wide: "max-w-4xl" } as const;

export const scrimStyle = classes(
  "fixed inset-0 z-dialog bg-scrim transition-opacity duration-180 starting:opacity-0 data-exiting:opacity-0",
);

/** Something to finish before going on. The focus enters it, stays in it and returns to where it was. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, width = "normal", isAlert = false } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable={!isAlert}
      className={classes(scrimStyle, "flex items-end justify-center p-0 sm:items-center sm:p-6")}
    >
      <Modal
        className={classes(
          "flex max-h-full w-full flex-col overflow-hidden rounded-t-sheet border bg-raised shadow-lg transition duration-180 sm:rounded-sheet",
          "motion-safe:starting:translate-y-2 motion-safe:data-exiting:translate-y-2",
          widths[width],
        )}
      >
        <AriaDialog role={isAlert ? "alertdialog" : "dialog"} className="flex min-h-0 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-1">
            <Heading slot="title" className="min-w-0 text-h2">
              {title}
            </Heading>
            {!isAlert && (
              <div className="-mr-2">
                <IconButton label="Close" size="small" icon={<X size={16} />} onClick={onClose} />
              </div>
            )}
          </header>
          <div className="min-h-0 overflow-y-auto px-6 pt-2 pb-5">{children}</div>
          {actions && <DialogActions>{actions}</DialogActions>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** The foot of a dialog or a panel. */
export function DialogActions({ children }: { children: ReactNode }) {
  return (
    <footer className="flex flex-col-reverse gap-2 border-t bg-bg px-6 py-3 sm:flex-row sm:justify-end">
      {children}
    </footer>
  );
}
