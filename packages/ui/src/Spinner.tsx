import { LoaderCircle } from "lucide-react";

/** Turns only while something is really running. It says nothing by itself: the words beside it do. */
export function Spinner({ size = 16 }: { size?: number }) {
  return <LoaderCircle aria-hidden size={size} className="shrink-0 animate-spin" />;
}
