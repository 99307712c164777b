import { LinkButton, NotFoundState } from "@covenant/ui";
import { paths } from "../paths.ts";

/** Nothing lives at this address, or it is not this member's. */
export function MissingPage() {
  return <NotFoundState actions={<LinkButton href={paths.home}>Go to the start</LinkButton>} />;
}
