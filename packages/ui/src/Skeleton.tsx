import { type CSSProperties, useEffect, useState } from "react";

const lateAfterMs = 5_000;

type SkeletonProps = { width?: CSSProperties["width"]; height?: CSSProperties["height"] };

/** A block in the shape of what is coming. It shows itself after 150 ms, so a fast answer never flickers. */
export function Skeleton({ width = "100%", height = "1em" }: SkeletonProps) {
  return <span aria-hidden className="block animate-appear rounded-control bg-hover" style={{ width, height }} />;
}

/** A few lines of text to come. After some seconds it says in words that it is still working. */
export function SkeletonText({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-2.5">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={14} width={line === lines - 1 ? "62%" : "100%"} />
      ))}
      <LateWords />
    </div>
  );
}

/** Words that come when loading has taken five seconds; before, they are not there for screen readers either. */
export function LateWords() {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), lateAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate && <p className="text-small text-muted">Still loading. This takes longer than usual.</p>;
}
