import type { ModelView } from "@covenant/domain";
import { TextLink } from "@covenant/ui";

/** Where the maker of the chosen model says what it may be used for, beside what our own terms say. */
export function MakersRules({ model }: { model: ModelView | undefined }) {
  if (model === undefined || model.usagePolicyUrl === null) return null;
  return (
    <p className="text-small text-muted">
      {model.maker} has rules of its own for {model.name}:{" "}
      <TextLink href={model.usagePolicyUrl}>what it may be used for</TextLink>.
    </p>
  );
}
