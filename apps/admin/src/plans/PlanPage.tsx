import { type PlanFile, storefrontNames } from "@covenant/domain";
import { Badge, Card, PageHeader } from "@covenant/ui";
import { paths } from "../paths.ts";
import { PageBody, Section } from "../shell/PageBody.tsx";
import { PermittedLink } from "../shell/PermittedLink.tsx";
import { PriceChangeForm } from "./PriceChangeForm.tsx";
import { PriceTable } from "./PriceTable.tsx";
import { bringsWords } from "./plan-words.ts";

/** One plan: every price it had, has and will have, who pays which, and the form for another. */
export function PlanPage({ plan }: { plan: PlanFile }) {
  const { id, name, storefront, enabled, prices } = plan;
  return (
    <PageBody>
      <PageHeader
        back={{ href: paths.plans, label: "Plans" }}
        title={name}
        badges={!enabled && <Badge>off sale</Badge>}
        detail={`${bringsWords(plan)}, at ${storefrontNames[storefront]}.`}
        actions={
          <PermittedLink href={paths.acts(`${storefront}/${id}`)} capability="act.read">
            Acts on this plan
          </PermittedLink>
        }
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <Section title="Prices, the newest first">
          <PriceTable plan={plan} />
        </Section>
        <Card title="Set a new price">
          {/* Made anew after each change: the next one is another request, and nothing of the last must be left in it. */}
          <PriceChangeForm key={prices.length} plan={plan} />
        </Card>
      </div>
    </PageBody>
  );
}
