import type { CaseId, CasePicture } from "@covenant/domain";
import { Card, Disclosure, exactTime, KeyValue, StatusBadge } from "@covenant/ui";
import { BarForm } from "./BarForm.tsx";
import { barSourceTitles, categoryTitle, pictureTitles } from "./case-words.ts";
import { UnbarForm } from "./UnbarForm.tsx";

/** One picture of a request: what it is, and whether it may come back. The picture itself is shown to nobody. */
export function PictureCard({ caseId, picture }: { caseId: CaseId; picture: CasePicture }) {
  const { is, bar } = picture;
  return (
    <Card
      title={pictureTitles[is]}
      actions={
        <StatusBadge tone={bar === null ? "neutral" : "bad"}>{bar === null ? "Not barred" : "Barred"}</StatusBadge>
      }
    >
      {bar === null ? <NotBarred caseId={caseId} picture={picture} /> : <Barred bar={bar} />}
    </Card>
  );
}

function NotBarred({ caseId, picture: { id, canBeKnown } }: { caseId: CaseId; picture: CasePicture }) {
  if (!canBeKnown)
    return (
      <p className="text-ui font-normal text-muted">
        There is too little in it to know it again, so it cannot be barred.
      </p>
    );
  return (
    <Disclosure title="Bar this picture">
      <BarForm caseId={caseId} imprintId={id} />
    </Disclosure>
  );
}

function Barred({ bar: { id, category, clauseId, source, by, at, note } }: { bar: NonNullable<CasePicture["bar"]> }) {
  return (
    <div className="flex flex-col gap-4">
      <KeyValue
        facts={[
          { label: "For", value: `${categoryTitle(category)}, by ${clauseId}` },
          { label: "Because of", value: barSourceTitles[source] },
          { label: "By", value: `${by}, ${exactTime(at)}` },
          { label: "Note", value: note },
        ]}
      />
      <Disclosure title="Let it come back">
        <UnbarForm pictureBarId={id} />
      </Disclosure>
    </div>
  );
}
