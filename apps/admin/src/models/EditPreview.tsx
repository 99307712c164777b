import type { RegistryPlan } from "@covenant/domain";
import { Banner, Code } from "@covenant/ui";
import { PreviewCard } from "../shell/PreviewCard.tsx";
import { priceEffects } from "./model-words.ts";

export type EditPreviewProps = { preview: { data: RegistryPlan | undefined; error: unknown; refetch: () => unknown } };

/** What an edit would do before it is done: what cannot be, who pays what from when, and each field that changes. */
export function EditPreview({ preview }: EditPreviewProps) {
  const { data } = preview;
  if (data !== undefined && data.faults.length > 0) return <Faults faults={data.faults} />;
  const [price] = data?.prices ?? [];
  if (price !== undefined) return <PreviewCard preview={{ ...preview, data: price }} effects={priceEffects} />;
  if (data === undefined || data.differences.length === 0) return null;
  return (
    <section aria-label="What this would do" className="flex flex-col gap-2 rounded-card bg-sunken p-3">
      <ul className="flex list-disc flex-col gap-1 pl-4 text-ui font-normal">
        {data.differences.map(({ path, before, after }) => (
          <li key={path} className="wrap-anywhere">
            <Code>{path}</Code> {before ?? "–"} → {after ?? "–"}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Faults({ faults }: { faults: RegistryPlan["faults"] }) {
  return (
    <Banner tone="bad" title="This cannot be done as it stands">
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {faults.map(({ path, message }) => (
          <li key={`${path} ${message}`}>{message}</li>
        ))}
      </ul>
    </Banner>
  );
}
