import { CheckboxField } from "./CheckboxField.tsx";
import { Dialog } from "./Dialog.tsx";
import { Kbd } from "./Kbd.tsx";
import { type Shortcut, setSingleKeys } from "./shortcut-registry.ts";
import { useShortcutList, useSingleKeys } from "./use-shortcuts.ts";

/** Every key that does something here, by group, with the switch for single keys. */
export function ShortcutSheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const groups = groupShortcuts(useShortcutList());
  return (
    <Dialog title="Keyboard" isOpen={isOpen} onClose={onClose}>
      <div className="flex flex-col gap-6">
        <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2">
          {[...groups].map(([group, shortcuts]) => (
            <section key={group}>
              <h3 className="mb-1 text-ui font-medium text-muted">{group}</h3>
              <dl className="flex flex-col">
                {shortcuts.map(({ keys, label }) => (
                  <div key={keys} className="flex items-center justify-between gap-4 border-b py-1.5 last:border-b-0">
                    <dt className="text-ui font-normal">{label}</dt>
                    <dd>
                      <Kbd keys={keys} />
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
        <CheckboxField
          label="Single keys act"
          hint="Switch off if speech input or a stray key sets things off. Keys with a modifier always act."
          value={useSingleKeys()}
          onChange={setSingleKeys}
        />
      </div>
    </Dialog>
  );
}

/** Shortcuts under their groups; of two on the same keys only the one that acts. */
export function groupShortcuts(shortcuts: readonly Shortcut[]): ReadonlyMap<string, readonly Shortcut[]> {
  const acting = shortcuts.filter((shortcut, at) => shortcuts.findIndex(({ keys }) => keys === shortcut.keys) === at);
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of acting) groups.set(shortcut.group, [...(groups.get(shortcut.group) ?? []), shortcut]);
  return groups;
}
