import type { Database, SqlRunner } from "@covenant/db";
import type { CaseId, CasePicture, CaseView, GenerationId, NearCase } from "@covenant/domain";
import { qualityAtLeast } from "@covenant/imprint";
import { type BarRow, listBarsOn } from "./bars-store.ts";
import { type ImprintRow, listImprintsOf, listNearGenerations } from "./imprints-store.ts";

/** So many cases of a cluster are listed; whoever looks at the nearest of them has seen what the rest are. */
const casesAtMost = 50;

/** What is known of a request's pictures without showing one, and the other requests' cases with a picture near one of them. */
export async function viewPictures(
  db: Pick<Database, "rows" | "query">,
  generationId: GenerationId,
): Promise<Pick<CaseView, "pictures" | "nearDuplicates">> {
  const imprints = await listImprintsOf(db, generationId);
  const bars = await listBarsOn(
    db,
    imprints.map(({ id }) => id),
  );
  const names = await namesOf(db, bars);
  const pictures = imprints.map((imprint) => {
    const bar = bars.find(({ imprintId }) => imprintId === imprint.id);
    return pictureOf(imprint, bar && barOf(bar, names));
  });
  return { pictures, nearDuplicates: imprints.length === 0 ? [] : await listNearCases(db, generationId) };
}

function pictureOf({ id, is, quality }: ImprintRow, bar: CasePicture["bar"] | undefined): CasePicture {
  return { id, is, canBeKnown: quality >= qualityAtLeast, bar: bar ?? null };
}

function barOf(
  { id, category, clauseId, source, note, barredBy, barredAt }: BarRow,
  names: ReadonlyMap<string, string>,
): NonNullable<CasePicture["bar"]> {
  return { id, category, clauseId, source, note, by: names.get(barredBy) ?? barredBy, at: barredAt.toISOString() };
}

async function namesOf(db: SqlRunner, bars: readonly BarRow[]): Promise<Map<string, string>> {
  const ids = bars.map(({ barredBy }) => barredBy);
  const staff = await db.query<{ id: string; name: string }>("SELECT id, name FROM staff WHERE id = ANY ($1::text[])", [
    ids,
  ]);
  return new Map(staff.map(({ id, name }) => [id, name]));
}

async function listNearCases(db: Pick<Database, "rows" | "query">, generationId: GenerationId): Promise<NearCase[]> {
  const near = await listNearGenerations(db, generationId);
  const bitsOf = new Map<string | null, number>(near.map((each) => [each.generationId, each.bits]));
  const rows = await db.rows.case.findMany({
    where: { generationId: { in: near.map((each) => each.generationId) } },
    select: { id: true, generationId: true, category: true, state: true, openedAt: true },
  });
  return rows
    .map((row) => ({
      id: row.id as CaseId,
      category: row.category as NearCase["category"],
      state: row.state as NearCase["state"],
      openedAt: row.openedAt.toISOString(),
      bits: bitsOf.get(row.generationId) ?? 0,
    }))
    .toSorted((one, other) => one.bits - other.bits || one.id.localeCompare(other.id))
    .slice(0, casesAtMost);
}
