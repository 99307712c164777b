import type { CaseView } from "@covenant/domain";
import { Banner, LinkButton } from "@covenant/ui";
import { paths } from "../paths.ts";

/** Says on a case that its decision is appealed, and leads to the appeal. */
export function AppealBanner({ appeal }: Pick<CaseView, "appeal">) {
  if (appeal === null) return null;
  const { id, outcome } = appeal;
  return (
    <Banner
      tone={outcome === null ? "warn" : "info"}
      title={outcome === null ? "The member has appealed" : `The appeal was ${outcome}`}
      actions={
        <LinkButton size="small" href={paths.appeal(id)}>
          Open the appeal
        </LinkButton>
      }
    >
      {outcome === null && "The answer to the appeal decides this."}
    </Banner>
  );
}
