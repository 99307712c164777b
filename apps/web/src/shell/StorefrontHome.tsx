import { formatCredits, formatMoney, type ModelView, type PackView } from "@covenant/domain";
import { LinkButton } from "@covenant/ui";
import { paths } from "../paths.ts";
import { announcedOf } from "./announced-of-model.ts";
import { useIsMember, useStorefront } from "./use-storefront.ts";

const openings = {
  image: { title: "Words in, pictures out.", action: "Create a picture" },
  "model-3d": { title: "One photo. One model you can hold.", action: "Model a photo" },
  api: { title: "One key. Every model.", action: "Create an API key" },
} as const;

/** The first page of a storefront: what it does, with which models, at which price. */
export function StorefrontHome({ models, packs }: { models: readonly ModelView[]; packs: readonly PackView[] }) {
  const storefront = useStorefront();
  const isMember = useIsMember();
  const { title, action } = openings[storefront.studio];
  const start = storefront.studio === "api" ? paths.keys : paths.create;
  return (
    <div className="mx-auto flex w-full max-w-6xl flex-col gap-16 px-4 py-16 md:py-24">
      <section className="flex max-w-2xl flex-col items-start gap-5">
        <h1 className="text-display font-semibold tracking-tight text-balance">{title}</h1>
        <p className="text-body text-muted">{storefront.tagline}</p>
        <div className="flex flex-wrap gap-2">
          <LinkButton href={isMember ? start : paths.signUp} variant="primary">
            {action}
          </LinkButton>
          <LinkButton href={paths.pricing}>See prices</LinkButton>
        </div>
      </section>
      <Models models={models} />
      <Packs packs={packs} />
    </div>
  );
}

function Models({ models }: { models: readonly ModelView[] }) {
  return (
    <section aria-labelledby="models" className="flex flex-col gap-4">
      <h2 id="models" className="text-h2 font-semibold">
        Models
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        {models.map((model) => (
          <li key={model.id} className="flex flex-col gap-2 rounded-card border bg-surface p-4">
            <span className="font-medium">{model.name}</span>
            <span className="flex-1 text-ui text-muted">{model.description}</span>
            <span className="text-small tabular">
              {formatCredits(model.credits)} · about {model.expectedSeconds} s
            </span>
            {announcedOf(model).map((sentence) => (
              <span key={sentence} className="text-small text-muted">
                {sentence}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Packs({ packs }: { packs: readonly PackView[] }) {
  return (
    <section aria-labelledby="packs" className="flex flex-col gap-4">
      <h2 id="packs" className="text-h2 font-semibold">
        Credits
      </h2>
      <ul className="flex flex-wrap gap-x-8 gap-y-2">
        {packs.map((pack) => (
          <li key={pack.id} className="text-ui tabular">
            <span className="font-medium">{formatCredits(pack.credits)}</span>{" "}
            <span className="text-muted">for {formatMoney(pack.price)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
