import { ShortId } from "../shell/ShortId.tsx";
import { useStaff } from "../shell/use-staff.ts";
import { systemPart } from "./act-words.ts";

/** Who acted: you, somebody by their id, or a part of the system. */
export function ActorName({ actor }: { actor: string }) {
  const { id } = useStaff();
  const part = systemPart(actor);
  if (actor === id) return "You";
  if (part !== null) return <span className="text-muted">the {part}</span>;
  return <ShortId id={actor} />;
}
