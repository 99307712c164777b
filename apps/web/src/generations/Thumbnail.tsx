import type { ArtifactView } from "@covenant/domain";
import { Box, ImageOff } from "lucide-react";

/** A small look at a file; a sign in its place for a mesh, and for a file that is gone. */
export function Thumbnail({ artifact }: { artifact: ArtifactView | null }) {
  const frame =
    "flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-control bg-canvas text-muted";
  if (artifact === null || artifact.url === null) {
    return (
      <span className={frame}>
        <ImageOff aria-hidden size={16} />
      </span>
    );
  }
  if (artifact.format === "glb" || artifact.format === "stl" || artifact.format === "obj") {
    return (
      <span className={frame}>
        <Box aria-hidden size={16} />
      </span>
    );
  }
  return (
    <span className={frame}>
      <img src={artifact.url} alt="" loading="lazy" width={48} height={48} className="size-full object-cover" />
    </span>
  );
}
