import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { classes } from "./classes.ts";
import { DialogActions, scrimStyle } from "./Dialog.tsx";
import { IconButton } from "./IconButton.tsx";

type SidePanelProps = {
  title: ReactNode;
  badges?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
  actions?: ReactNode;
};

/** One thing of a list, in detail, over the list it came from. It has an address of its own; closing it goes back. */
export function SidePanel({ title, badges, isOpen, onClose, children, actions }: SidePanelProps) {
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
      className={classes(scrimStyle, "flex justify-end")}
    >
      <Modal className="flex h-full w-full max-w-xl flex-col border-l bg-raised shadow-lg transition duration-240 motion-safe:starting:translate-x-2 motion-safe:data-exiting:translate-x-2">
        <AriaDialog className="flex h-full min-h-0 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 border-b px-6 py-4">
            <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
              <Heading slot="title" className="min-w-0 text-h2">
                {title}
              </Heading>
              {badges}
            </div>
            <div className="-mr-2">
              <IconButton label="Close" size="small" icon={<X size={16} />} onClick={onClose} />
            </div>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-6 py-5">{children}</div>
          {actions && <DialogActions>{actions}</DialogActions>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
