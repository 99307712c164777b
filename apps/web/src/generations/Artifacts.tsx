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
  const pictures = readable.filter(({ format }) => isPicture(format));
  if (pictures.length > 1) return <Pictures generation={generation} pictures={pictures} />;
  return (
    <div className="flex flex-col gap-4">
      <Preview key={main.id} artifact={main} title={generation.prompt ?? generation.modelName} />
      <DownloadBar generationId={generation.id} artifacts={readable} />
    </div>
  );
}

const isPicture = (format: ArtifactView["format"]) => ["png", "jpeg", "webp"].includes(format);

type PicturesProps = { generation: GenerationView; pictures: readonly ArtifactView[] };

/** The pictures of one request beside each other. */
function Pictures({ generation, pictures }: PicturesProps) {
  return (
    <div className="flex flex-col gap-4">
      <div className="grid gap-3 sm:grid-cols-2">
        {pictures.map((picture) => (
          <Preview key={picture.id} artifact={picture} title={generation.prompt ?? generation.modelName} />
        ))}
      </div>
      <DownloadBar generationId={generation.id} artifacts={pictures} />
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
