import { SkeletonText } from "@covenant/ui";

/** Shown when a page takes longer than a moment to load. */
export function PendingPage() {
  return (
    <div className="mx-auto w-full max-w-5xl p-6">
      <SkeletonText lines={6} />
    </div>
  );
}
