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
  if (isId("appeal", on)) return paths.appeal(on);
  if (isId("member", on)) return paths.member(on);
  if (isId("order", on)) return paths.order(on);
  if (on.startsWith("evt_")) return paths.paymentEvent(on);
  if (/^\d{4}-\d\d-\d\d$/.test(on)) return paths.reconciledDay(on);
  // A plan is named with its storefront: `image-ai-run/iai-creator`.
  const plan = /^[a-z-]+\/([\w-]+)$/.exec(on)?.[1];
  return plan === undefined ? paths.acts(on) : paths.plan(plan);
}
