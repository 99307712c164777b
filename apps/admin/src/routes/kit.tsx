import { Kit } from "@covenant/ui/kit";
import { createFileRoute } from "@tanstack/react-router";

/** Every component of the ui in all its states: an aid of development, loaded by nobody else. */
export const Route = createFileRoute("/kit")({ component: Kit });
