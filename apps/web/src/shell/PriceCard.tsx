import { Card, LinkButton } from "@covenant/ui";
import { type ReactNode, Suspense } from "react";
import { paths } from "../paths.ts";
import { useIsMember } from "./use-storefront.ts";

type PriceCardProps = {
  name: string;
  /** What it costs, what it brings, and until when that lasts. */
  lines: readonly [price: string, credits: string, expiry: string];
  /** What the button does, after "Sign in to". */
  verb: string;
  /** The button, for members alone. */
  children: ReactNode;
};

/** Something on sale. A visitor is asked to sign in. */
export function PriceCard({ name, lines: [price, credits, expiry], verb, children }: PriceCardProps) {
  const isMember = useIsMember();
  return (
    <li>
      <Card title={name}>
        <div className="flex flex-col gap-4">
          <div className="flex flex-col">
            <span className="text-h1 font-semibold tabular">{price}</span>
            <span className="text-ui text-muted tabular">{credits}</span>
            <span className="text-small text-muted">{expiry}</span>
          </div>
          {isMember ? (
            <Suspense fallback={<div className="h-control" />}>{children}</Suspense>
          ) : (
            <LinkButton href={paths.signIn(paths.pricing)}>Sign in to {verb}</LinkButton>
          )}
        </div>
      </Card>
    </li>
  );
}

type PriceListProps = { id: string; title: string; consent: string; children: ReactNode };

/** Cards of what is on sale, and what whoever buys agrees to. */
export function PriceList({ id, title, consent, children }: PriceListProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <h2 id={id} className="text-h2 font-semibold">
        {title}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">{children}</ul>
      <p className="measure text-small text-muted">
        {consent} Where the law lets you withdraw within 14 days, what you have used by then stays paid for, and the
        rest comes back to you.
      </p>
    </section>
  );
}
