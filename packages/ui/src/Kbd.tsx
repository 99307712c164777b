import { chordLabel } from "./chord.ts";

/** A key as it is printed on this person's keyboard. `keys` is written as in the shortcut registry: "mod+k", "g o". */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-0.5">
      {keys.split(" ").map((chord, step) => (
        <kbd
          key={`${step}-${chord}`}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded-[4px] border bg-surface px-1 font-sans text-[11px] leading-none text-muted"
        >
          {chordLabel(chord)}
        </kbd>
      ))}
    </span>
  );
}
