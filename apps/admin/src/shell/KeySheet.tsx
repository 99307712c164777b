import { IconButton, useShortcuts } from "@covenant/ui";
import { useRouter } from "@tanstack/react-router";
import { Keyboard } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { reasonWithout } from "./capability.ts";
import { places } from "./navigation.ts";
import { useStaff } from "./use-staff.ts";

const ShortcutSheet = lazy(async () => ({ default: (await import("@covenant/ui/overlays")).ShortcutSheet }));

/** The keys that act on every page, and the sheet that lists them with the page's own. */
export function KeySheet() {
  const router = useRouter();
  const staff = useStaff();
  const [isOpen, setOpen] = useState(false);
  const open = places.filter(({ capability }) => reasonWithout(staff, capability) === undefined);
  useShortcuts([
    { keys: "?", label: "Show the keys", group: "Everywhere", run: () => setOpen(true) },
    ...open.map(({ keys, label, href }) => ({
      keys,
      label: `Go to ${label.toLowerCase()}`,
      group: "Everywhere",
      run: () => void router.navigate({ href }),
    })),
  ]);
  return (
    <>
      <IconButton label="Keyboard (?)" size="small" icon={<Keyboard size={16} />} onClick={() => setOpen(true)} />
      {isOpen && (
        <Suspense>
          <ShortcutSheet isOpen onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
