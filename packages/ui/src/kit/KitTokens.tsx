import { Cluster, Stack } from "../Stack.tsx";
import { Specimen } from "./Specimen.tsx";

const colours = [
  { name: "bg", className: "bg-bg" },
  { name: "surface", className: "bg-surface" },
  { name: "raised", className: "bg-raised" },
  { name: "sunken", className: "bg-sunken" },
  { name: "canvas", className: "bg-canvas" },
  { name: "hover", className: "bg-hover" },
  { name: "ink", className: "bg-ink" },
  { name: "accent", className: "bg-accent" },
  { name: "accent-soft", className: "bg-accent-soft" },
  { name: "ok", className: "bg-ok" },
  { name: "warn", className: "bg-warn" },
  { name: "bad", className: "bg-bad" },
  { name: "info", className: "bg-info" },
] as const;

/** Colours and type. */
export function KitTokens() {
  return (
    <Specimen title="Colour and type">
      <Stack gap="wide">
        <Cluster gap="normal">
          {colours.map(({ name, className }) => (
            <span key={name} className="flex w-20 flex-col gap-1 text-small whitespace-nowrap text-muted">
              <span className={`h-10 rounded-control border ${className}`} />
              {name}
            </span>
          ))}
        </Cluster>
        <Stack gap="tight">
          <p className="text-h1">Your photo, as a solid thing</p>
          <p className="text-h2">What it costs before it runs</p>
          <p className="text-h3">Deleted at 18:00 today</p>
          <p className="text-body">Body text is read; it says one thing at a time and stops when it is said.</p>
          <p className="text-ui font-medium">Controls speak in this size</p>
          <p className="text-small text-muted">Small print is never smaller than twelve pixels.</p>
          <p className="font-mono text-mono tabular">gen_01J9Z4M8QX · 1,024.00 · 0O1lI</p>
        </Stack>
      </Stack>
    </Specimen>
  );
}
