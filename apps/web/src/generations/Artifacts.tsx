import type { ArtifactView, GenerationView } from "@covenant/domain";
import { lazy, Suspense, useState } from "react";
import { PendingPage } from "../shell/PendingPage.tsx";
import { DownloadBar } from "./DownloadBar.tsx";
import { Tombstone } from "./Tombstone.tsx";

// Three.js is a large chunk that only a mesh needs.
const ModelViewer = lazy(() => import("./ModelViewer.tsx").then((module) => ({ default: module.ModelViewer })));

/** The files of a delivered generation: the picture or the mesh, its downloads, or the receipts once they are gone. */
export function Artifacts({ generation }: { generation: GenerationView }) {
  const readable = generation.artifacts.filter((artifact) => artifact.url !== null);
  const main = readable.find((artifact) => artifact.format === "glb") ?? readable[0];
  if (main === undefined) return <Tombstone artifacts={generation.artifacts} />;
  return (
    <div className="flex flex-col gap-4">
      <Preview key={main.id} artifact={main} title={generation.prompt ?? generation.modelName} />
      <DownloadBar generationId={generation.id} artifacts={readable} />
    </div>
  );
}

function Preview({ artifact, title }: { artifact: ArtifactView; title: string }) {
  // Links are signed anew every few minutes. The one that was loaded stays, since another would load the file again.
  const [url] = useState(artifact.url);
  if (url === null) return null;
  if (artifact.format === "glb") {
    return (
      <Suspense fallback={<PendingPage />}>
        <ModelViewer url={url} label={title} />
      </Suspense>
    );
  }
  return (
    <div className="flex justify-center rounded-card bg-canvas checkered">
      <img
        src={url}
        alt={`Generated image: ${title.slice(0, 120)}`}
        width={artifact.width ?? undefined}
        height={artifact.height ?? undefined}
        className="h-auto max-h-[70dvh] w-auto max-w-full"
      />
    </div>
  );
}
