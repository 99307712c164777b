import { useShortcuts } from "./use-shortcuts.ts";

type ListKeys = {
  /** The keys of the rows, in the order they are shown. */
  keys: readonly string[];
  selectedKey: string | null;
  onSelect: (key: string) => void;
  onOpen?: (key: string) => void;
  /** What the rows are, for the `?` sheet: "order", "case". */
  noun: string;
};

/** j and k move the selection, Enter opens it. Silent while typing. */
export function useListKeys({ keys, selectedKey, onSelect, onOpen, noun }: ListKeys) {
  const move = (step: 1 | -1) => () => {
    const next = neighbour(keys, selectedKey, step);
    if (next !== null) onSelect(next);
  };
  const open = () => selectedKey !== null && onOpen?.(selectedKey);
  useShortcuts([
    { keys: "j", label: `Next ${noun}`, group: "List", run: move(1) },
    { keys: "k", label: `Previous ${noun}`, group: "List", run: move(-1) },
    ...(onOpen ? [{ keys: "enter", label: `Open ${noun}`, group: "List", run: open }] : []),
  ]);
}

/** The key one step from the selected one; the first when nothing is selected, null past either end. */
export function neighbour(keys: readonly string[], selectedKey: string | null, step: 1 | -1): string | null {
  const at = selectedKey === null ? -1 : keys.indexOf(selectedKey);
  if (at === -1) return keys[0] ?? null;
  return keys[at + step] ?? null;
}
