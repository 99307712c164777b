import type { ActView } from "@covenant/domain";
import { useStaff } from "../shell/use-staff.ts";
import { systemPart } from "./act-words.ts";

/** Who acted: you, somebody by name, or a part of the system; the id on hover. */
export function ActorName({ act: { actor, actorName } }: { act: Pick<ActView, "actor" | "actorName"> }) {
  const { id } = useStaff();
  const part = systemPart(actor);
  if (part !== null) return <span className="text-muted">the {part}</span>;
  return <span title={actor}>{actor === id ? "You" : (actorName ?? actor)}</span>;
}
