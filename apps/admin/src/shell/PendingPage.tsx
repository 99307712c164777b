import { SkeletonText } from "@covenant/ui";
import { PageBody } from "./PageBody.tsx";

/** Shown when a page takes longer than a moment to load. */
export function PendingPage() {
  return (
    <PageBody>
      <SkeletonText lines={6} />
    </PageBody>
  );
}
