import { formatCredits, type MemberView } from "@covenant/domain";
import { byteText, FileDrop, LinkButton } from "@covenant/ui";
import { FormShell, useFormShell } from "@covenant/ui/form";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import * as z from "zod/mini";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useAdmission } from "../shell/admission.ts";
import { useStorefront } from "../shell/use-storefront.ts";
import { balanceAfter } from "./balance-after.ts";
import { lockReason } from "./lock-reason.ts";
import { cardOf, firstModel } from "./model-card.ts";
import { PhotoRow } from "./PhotoRow.tsx";
import type { Photo } from "./photo.ts";
import { QuoteNote } from "./QuoteNote.tsx";
import { useFormValues } from "./use-form-values.ts";
import { useGenerate } from "./use-generate.ts";
import { usePhotos } from "./use-photos.ts";
import { useQuote } from "./use-quote.ts";

const route = getRouteApi("/create");
const photoForm = z.object({
  modelId: z.string(),
  notes: z.string().check(z.maxLength(600, "At most 600 characters.")),
});
/** What is pressed is made of what is there: of a file that is still on its way nothing is known. */
const photosReason = (photos: readonly Photo[]) =>
  photos.some(({ upload }) => upload === null) ? "Wait until every file is checked, or remove it." : undefined;

const kinds = ["image/jpeg", "image/png", "image/webp"];

/** Photos and a tier. A photo is sent when it is chosen, so that one that cannot be used is refused at its field. */
export function PhotoStudio({ member }: { member: MemberView | null }) {
  const { data: models } = useSuspenseQuery(api.models.list.queryOptions());
  const { model: wanted } = route.useSearch();
  const { uploads: limits } = useStorefront();
  const { photos, problems, ready, handOver, choose, ...changes } = usePhotos({
    isMember: member !== null,
    most: limits.filesAtOnce,
  });
  const generate = useGenerate();
  const first = firstModel(models, wanted);
  const shell = useFormShell({
    defaultValues: { modelId: first?.id ?? "", notes: "" },
    schema: photoForm,
    explainFailure: presentFailure,
    onSubmit: async ({ modelId, notes }) => {
      const uploads = ready();
      if (uploads === null || quote === null) return;
      const specs = uploads.map(({ id }) => ({ modelId, prompt: notes, uploadId: id }));
      await generate(quote, specs, ({ uploadId }) => uploadId !== undefined && handOver(uploadId));
    },
  });
  const { form } = shell;
  const chosen = useFormValues(form);
  const model = models.find((each) => each.id === chosen.modelId);
  const count = Math.max(1, photos.length);
  const { quote } = useQuote(member, model === undefined ? null : { modelId: model.id });
  const each = quote?.credits ?? model?.credits ?? 0;
  const price = count === 1 ? formatCredits(each) : `${formatCredits(each * count)}, ${each} each`;
  const reason = lockReason({ member, admission: useAdmission("generate"), quote, count }) ?? photosReason(photos);
  const isShort = quote !== null && balanceAfter(quote, count) < 0;
  return (
    <FormShell
      shell={shell}
      submitLabel={`Generate${count === 1 ? "" : ` ${count}`} for ${price}`}
      disabledReason={reason}
      actions={isShort && <LinkButton href={paths.pricing}>Buy credits</LinkButton>}
    >
      <FileDrop
        label="Photos"
        accept={kinds}
        maxBytes={limits.bytesAtMost}
        isMultiple
        onFiles={choose}
        errors={problems}
        hint={`JPEG, PNG or WebP, up to ${byteText(limits.bytesAtMost)} each, ${limits.filesAtOnce} at a time`}
        preview={
          photos.length > 0 && (
            <ul className="flex flex-col divide-y divide-border">
              {photos.map((photo) => (
                <PhotoRow
                  key={photo.key}
                  photo={photo}
                  onPause={changes.pause}
                  onGoOn={changes.goOn}
                  onRemove={changes.remove}
                />
              ))}
            </ul>
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
      <QuoteNote quote={quote} count={count} />
    </FormShell>
  );
}
