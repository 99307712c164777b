import { formatCredits, type MemberView } from "@covenant/domain";
import { LinkButton } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useAdmission } from "../shell/admission.ts";
import { lockReason } from "./lock-reason.ts";
import { MakersRules } from "./MakersRules.tsx";
import { cardOf, firstModel } from "./model-card.ts";
import { QuoteNote } from "./QuoteNote.tsx";
import { useFormValues } from "./use-form-values.ts";
import { useGenerate } from "./use-generate.ts";
import { useQuote } from "./use-quote.ts";

const route = getRouteApi("/create");

const promptForm = z.object({
  prompt: z.string().check(z.minLength(1, "Say what the picture should show.")),
  modelId: z.string(),
  size: z.string(),
  count: z.string(),
});

/** Words, a model and a size; the price stands on the button. */
export function ImageStudio({ member }: { member: MemberView | null }) {
  const { data: models } = useSuspenseQuery(api.models.list.queryOptions());
  const { model: wanted } = route.useSearch();
  const pictureModels = models.filter((model) => model.modality === "text-to-image");
  const first = firstModel(pictureModels, wanted);
  const generate = useGenerate();
  const shell = useFormShell({
    defaultValues: { prompt: "", modelId: first?.id ?? "", size: first?.sizes[0] ?? "", count: "1" },
    schema: promptForm,
    explainFailure: presentFailure,
    onSubmit: async ({ prompt, modelId, size, count }) => {
      if (quote !== null) await generate(quote, [{ modelId, prompt, size, count: Number(count) }]);
    },
  });
  const { form } = shell;
  const chosen = useFormValues(form);
  const model = pictureModels.find((each) => each.id === chosen.modelId);
  const { quote } = useQuote(
    member,
    model === undefined ? null : { modelId: model.id, size: chosen.size, count: Number(chosen.count) },
  );
  const price = quote?.credits ?? (model?.credits ?? 0) * Number(chosen.count);
  const reason = lockReason({ member, admission: useAdmission("generate"), quote });
  return (
    <FormShell
      shell={shell}
      submitLabel={`Generate for ${formatCredits(price)}`}
      disabledReason={reason}
      actions={quote !== null && quote.balanceAfter < 0 && <LinkButton href={paths.pricing}>Buy credits</LinkButton>}
    >
      <form.AppField name="prompt">
        {(field) => (
          <field.TextArea label="Prompt" rows={4} placeholder="A lighthouse on a cliff at dusk, oil painting" />
        )}
      </form.AppField>
      <form.AppField
        name="modelId"
        listeners={{
          onChange: ({ value }) => {
            form.setFieldValue("size", sizesOf(value)[0] ?? "");
            form.setFieldValue("count", "1");
          },
        }}
      >
        {(field) => <field.RadioCards label="Model" columns={4} cards={pictureModels.map(cardOf)} />}
      </form.AppField>
      <form.AppField name="size">
        {(field) => (
          <field.SelectField
            label="Size"
            options={sizesOf(chosen.modelId).map((value) => ({ value, label: value.replace("x", " × ") }))}
          />
        )}
      </form.AppField>
      {model !== undefined && model.countMost > 1 && (
        <form.AppField name="count">
          {(field) => (
            <field.SelectField
              label="Pictures"
              hint="Each is paid for when it is delivered."
              options={upTo(model.countMost).map((value) => ({ value, label: value }))}
            />
          )}
        </form.AppField>
      )}
      <MakersRules model={model} />
      <QuoteNote quote={quote} />
    </FormShell>
  );

  function sizesOf(modelId: string): readonly string[] {
    return pictureModels.find((each) => each.id === modelId)?.sizes ?? [];
  }
}

const upTo = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1));
