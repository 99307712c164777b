import { CopyButton } from "@covenant/ui";

/** An id in a column: its noun and the digits that differ; whole on hover and to a screen reader. */
export function ShortId({ id }: { id: string }) {
  return (
    <code title={id} className="font-mono text-mono">
      <span className="sr-only">{id}</span>
      <span aria-hidden>{shorten(id)}</span>
    </code>
  );
}

/** An id in full, ready to be taken along. */
export function FullId({ id }: { id: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <code className="min-w-0 truncate font-mono text-mono" title={id}>
        {id}
      </code>
      <span className="-my-1.5">
        <CopyButton value={id} label="Copy id" />
      </span>
    </span>
  );
}

// Ids begin with the time, so those of one day look alike at the front; the end is random.
function shorten(id: string): string {
  return /^[a-z]{3}_[0-9a-f]{32}$/.test(id) ? `${id.slice(0, 4)}…${id.slice(-6)}` : id;
}
