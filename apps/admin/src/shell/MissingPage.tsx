import { LinkButton, NotFoundState } from "@covenant/ui";
import { paths } from "../paths.ts";

/** Nothing lives at this address. */
export function MissingPage() {
  return (
    <NotFoundState actions={<LinkButton href={paths.overview}>Go to the overview</LinkButton>}>
      The address may have a typo, or what was here has reached the end of its retention.
    </NotFoundState>
  );
}
