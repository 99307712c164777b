import { Button } from "@covenant/ui";
import { useEffect, useRef, useState } from "react";
import { type ModelScene, type SceneLook, showModel } from "./show-model.ts";

type ModelViewerProps = { url: string; label: string };

/** A mesh to turn and look into, by mouse, touch or the buttons below it. */
export function ModelViewer({ url, label }: ModelViewerProps) {
  const place = useRef<HTMLDivElement>(null);
  const scene = useRef<ModelScene | null>(null);
  const [triangles, setTriangles] = useState<number | null>(null);
  const [failed, setFailed] = useState(false);
  const [look, setLook] = useState<SceneLook>("textured");

  // Connects a WebGL scene to the element; the scene and its memory are let go of with it.
  useEffect(() => {
    if (place.current === null) return;
    const shown = showModel(place.current, url);
    scene.current = shown;
    shown.ready.then(setTriangles, () => setFailed(true));
    return () => shown.close();
  }, [url]);

  const choose = (next: SceneLook) => {
    setLook(next);
    scene.current?.setLook(next);
  };
  return (
    <figure className="flex flex-col gap-2">
      <div
        ref={place}
        role="img"
        aria-label={`3D model: ${label}`}
        className="aspect-4/3 w-full overflow-hidden rounded-card bg-canvas"
      />
      {failed && (
        <p className="text-ui text-bad">The model cannot be shown here. The downloads below are not affected.</p>
      )}
      <figcaption className="flex flex-wrap items-center gap-1">
        <Button size="small" onClick={() => scene.current?.turn(-1)}>
          Turn left
        </Button>
        <Button size="small" onClick={() => scene.current?.turn(1)}>
          Turn right
        </Button>
        <Button size="small" onClick={() => scene.current?.zoom(0.8)}>
          Closer
        </Button>
        <Button size="small" onClick={() => scene.current?.zoom(1.25)}>
          Farther
        </Button>
        <Button
          size="small"
          aria-pressed={look === "wireframe"}
          onClick={() => choose(look === "wireframe" ? "textured" : "wireframe")}
        >
          Wireframe
        </Button>
        {triangles !== null && (
          <span className="ml-auto text-small text-muted tabular">{triangles.toLocaleString("en-US")} triangles</span>
        )}
      </figcaption>
    </figure>
  );
}
