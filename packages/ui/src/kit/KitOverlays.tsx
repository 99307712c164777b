import { Copy, ExternalLink, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../Button.tsx";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { Dialog } from "../Dialog.tsx";
import { KeyValue } from "../KeyValue.tsx";
import { Menu, type MenuItem } from "../Menu.tsx";
import { ShortcutSheet } from "../ShortcutSheet.tsx";
import { SidePanel } from "../SidePanel.tsx";
import { Cluster } from "../Stack.tsx";
import { StatusBadge } from "../StatusBadge.tsx";
import { Tabs } from "../Tabs.tsx";
import { showToast, Toaster } from "../Toaster.tsx";
import { useShortcuts } from "../use-shortcuts.ts";
import { Specimen } from "./Specimen.tsx";

type Open = "dialog" | "confirm" | "panel" | "keys" | null;

const undone = () => showToast({ tone: "neutral", title: "Taken back" });
const items: readonly MenuItem[] = [
  { id: "copy", label: "Copy id", icon: <Copy size={14} />, keys: "c", onAction: () => undefined },
  { id: "open", label: "Open", icon: <ExternalLink size={14} />, href: "#kit" },
  { id: "share", label: "Share", disabledReason: "Links are off for this account", onAction: () => undefined },
  {
    id: "delete",
    label: "Delete",
    icon: <Trash2 size={14} />,
    isDangerous: true,
    startsGroup: true,
    onAction: () => undefined,
  },
];
const reasons = [
  { value: "asked", label: "The person asked for it" },
  { value: "breach", label: "A breach of the terms" },
] as const;
const facts = [
  { label: "Id", value: "ord_01J9Z4M8" },
  { label: "Placed", value: "21 Nov 2026, 14:03" },
  { label: "Total", value: "EUR 24.00" },
] as const;

/** What lies over the page or beside it. */
export function KitOverlays() {
  const [open, setOpen] = useState<Open>(null);
  const [tab, setTab] = useState("facts");
  const close = () => setOpen(null);
  useShortcuts([{ keys: "?", label: "Show these keys", group: "Everywhere", run: () => setOpen("keys") }]);
  return (
    <Specimen title="Overlays, tabs and toasts">
      <Cluster>
        <Button onClick={() => setOpen("dialog")}>Dialog</Button>
        <Button onClick={() => setOpen("confirm")}>Confirmation</Button>
        <Button onClick={() => setOpen("panel")}>Side panel</Button>
        <Button onClick={() => setOpen("keys")}>Keys</Button>
        <Menu label="Actions" items={items} />
        <Button
          onClick={() =>
            showToast({
              tone: "ok",
              title: "Key revoked",
              detail: "It stops working now.",
              action: { label: "Undo", onAction: undone },
            })
          }
        >
          Toast
        </Button>
      </Cluster>
      <div className="mt-5">
        <Tabs
          label="Order"
          selectedId={tab}
          onSelect={setTab}
          items={[
            { id: "facts", label: "Facts", content: <KeyValue facts={facts} /> },
            { id: "events", label: "Events", count: 12, content: <p>Twelve events would be listed here.</p> },
            { id: "files", label: "Files", content: <p>No file belongs to it.</p> },
          ]}
        />
      </div>
      <Dialog
        title="Rename the picture"
        isOpen={open === "dialog"}
        onClose={close}
        actions={<Button onClick={close}>Close</Button>}
      >
        Everything that has to be finished first stands here.
      </Dialog>
      <ConfirmDialog
        isOpen={open === "confirm"}
        onClose={close}
        title="Suspend mara@example.com for 7 days?"
        confirmLabel="Suspend account"
        cancelLabel="Keep account active"
        isDangerous
        reasons={reasons}
        typedTarget="mara"
        onConfirm={() => new Promise((_, refuse) => setTimeout(() => refuse(new Error("claimed")), 700))}
        explainFailure={() => "Someone else has decided this account a moment ago."}
      >
        <p>Two running jobs are cancelled, three keys stop working, and a notice goes out by e-mail.</p>
      </ConfirmDialog>
      <SidePanel
        title="Order"
        badges={<StatusBadge tone="ok">Paid</StatusBadge>}
        isOpen={open === "panel"}
        onClose={close}
        actions={<Button onClick={close}>Close</Button>}
      >
        <KeyValue facts={facts} />
      </SidePanel>
      <ShortcutSheet isOpen={open === "keys"} onClose={close} />
      <Toaster />
    </Specimen>
  );
}
