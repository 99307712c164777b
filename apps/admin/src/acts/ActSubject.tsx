import { isId } from "@covenant/domain";
import { TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { ShortId } from "../shell/ShortId.tsx";

/** What was acted on, with the way to its page; what has none leads to the acts on it. */
export function ActSubject({ on }: { on: string }) {
  return (
    <TextLink href={hrefOf(on)}>
      <ShortId id={on} />
    </TextLink>
  );
}

function hrefOf(on: string): string {
  if (isId("case", on)) return paths.case(on);
  if (isId("member", on)) return paths.member(on);
  if (isId("order", on)) return paths.order(on);
  return paths.acts(on);
}
