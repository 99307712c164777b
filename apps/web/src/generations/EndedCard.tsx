import type { GenerationView } from "@covenant/domain";
import { Banner, Card } from "@covenant/ui";
import { AppealLine } from "../shell/AppealLine.tsx";
import { ClauseQuote } from "../shell/ClauseQuote.tsx";
import { stateLook } from "../shell/state-look.ts";

/** A generation without files: how it stands, what happened, which clause, what it cost, and what one can do. */
export function EndedCard({ generation }: { generation: GenerationView }) {
  const { state, sentence, earlier, creditLines, rulings, strike, appeal } = generation;
  const ruled = earlier === null ? rulings : rulings.filter(({ question }) => question === "appeal");
  const clauses = new Map(ruled.flatMap((ruling) => ruling.clauses.map((clause) => [clause.id, clause])));
  return (
    <div className="flex flex-col gap-4">
      <Banner tone={earlier === null ? stateLook[state].tone : "ok"} title={sentence}>
        {creditLines.at(-1)?.sentence}
      </Banner>
      {earlier !== null && (
        <Card title="What had happened">
          <p>Until it was undone, this request was told: “{earlier}”</p>
          <p>That counts no more.</p>
        </Card>
      )}
      {clauses.size > 0 && (
        <Card title="The clauses behind this">
          <ul className="flex flex-col gap-2">
            {[...clauses.values()].map((clause) => (
              <ClauseQuote key={clause.id} clause={clause} />
            ))}
          </ul>
        </Card>
      )}
      {strike !== null && <Card title="Strike">{strike.sentence}</Card>}
      {appeal !== null && (
        <Card title="Contest this">
          <AppealLine offer={appeal} />
        </Card>
      )}
    </div>
  );
}
