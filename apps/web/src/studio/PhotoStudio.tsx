import { formatCredits, type MemberView } from "@covenant/domain";
import { Button, FileDrop, LinkButton } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useAdmission } from "../shell/admission.ts";
import { lockReason } from "./lock-reason.ts";
import { cardOf, firstModel } from "./model-card.ts";
import { PhotoPreview } from "./PhotoPreview.tsx";
import { QuoteNote } from "./QuoteNote.tsx";
import { useFormValues } from "./use-form-values.ts";
import { useGenerate } from "./use-generate.ts";
import { usePhoto } from "./use-photo.ts";
import { useQuote } from "./use-quote.ts";

const route = getRouteApi("/create");
const photoForm = z.object({
  modelId: z.string(),
  notes: z.string().check(z.maxLength(600, "At most 600 characters.")),
});
const kinds = ["image/jpeg", "image/png", "image/webp"];
const sizeLimit = 25_000_000;

/** A photo and a tier. The photo is sent when it is chosen, so that one that cannot be used is refused at its field. */
export function PhotoStudio({ member }: { member: MemberView | null }) {
  const { data: models } = useSuspenseQuery(api.models.list.queryOptions());
  const { model: wanted } = route.useSearch();
  const photo = usePhoto(member !== null);
  const generate = useGenerate();
  const first = firstModel(models, wanted);
  const shell = useFormShell({
    defaultValues: { modelId: first?.id ?? "", notes: "" },
    schema: photoForm,
    explainFailure: presentFailure,
    onSubmit: async ({ modelId, notes }) => {
      const upload = await photo.handOver();
      if (upload !== null && quote !== null) await generate(quote, { modelId, prompt: notes, uploadId: upload.id });
    },
  });
  const { form } = shell;
  const chosen = useFormValues(form);
  const model = models.find((each) => each.id === chosen.modelId);
  const { quote } = useQuote(member, model === undefined ? null : { modelId: model.id });
  const reason = lockReason({ member, admission: useAdmission("generate"), quote });
  return (
    <FormShell
      shell={shell}
      submitLabel={`Generate for ${formatCredits(quote?.credits ?? model?.credits ?? 0)}`}
      disabledReason={reason}
      actions={quote !== null && quote.balanceAfter < 0 && <LinkButton href={paths.pricing}>Buy credits</LinkButton>}
    >
      <FileDrop
        label="Photo"
        accept={kinds}
        maxBytes={sizeLimit}
        onFiles={([chosen]) => photo.choose(chosen ?? null)}
        error={photo.problem}
        preview={
          photo.file !== null && (
            <div className="flex items-center gap-3">
              <PhotoPreview photo={photo.file} stage={photo.stage} />
              <Button size="small" variant="quiet" onClick={() => photo.choose(null)}>
                Remove
              </Button>
            </div>
          )
        }
      />
      <form.AppField name="modelId">
        {(field) => <field.RadioCards label="Tier" columns={3} cards={models.map(cardOf)} />}
      </form.AppField>
      {model?.modality === "image-to-3d" && (
        <form.AppField name="notes">
          {(field) => (
            <field.TextArea label="Notes on the surface" isOptional rows={2} placeholder="Glazed ceramic, dark blue" />
          )}
        </form.AppField>
      )}
      <QuoteNote quote={quote} />
    </FormShell>
  );
}
