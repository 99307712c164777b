import type { ClauseCitation, RulingView } from "@covenant/domain";
import { Badge, Code, Disclosure } from "@covenant/ui";
import { Section } from "../shell/PageBody.tsx";
import { questionTitles } from "./case-words.ts";

const sources = {
  stated: "stated in the terms",
  interpreted: "how the house reads the terms",
  assumed: "ordinary practice, assumed",
  law: "law",
} as const satisfies Record<ClauseCitation["source"], string>;

/** Every ruling on the generation, in the staff's voice, with the clauses it rests on as they read then. */
export function RulingList({ rulings }: { rulings: readonly RulingView[] }) {
  if (rulings.length === 0) return null;
  return (
    <Section title="What the terms said">
      <ol className="flex flex-col divide-y rounded-card border bg-surface">
        {rulings.map((ruling, at) => (
          <li key={at} className="flex flex-col gap-2 px-5 py-4">
            <Ruling ruling={ruling} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Ruling({ ruling }: { ruling: RulingView }) {
  const { question, outcome, explanation, clauses, termsVersion } = ruling;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-ui font-medium">{questionTitles[question]}</h3>
        <Badge>{outcome.replaceAll("-", " ")}</Badge>
        <span className="ml-auto text-small text-muted">terms of {termsVersion}</span>
      </div>
      <p className="measure text-ui font-normal">{explanation}</p>
      {clauses.length > 0 && (
        <Disclosure title={`By ${clauses.map(({ id }) => id).join(", ")}`}>
          <ul className="flex flex-col gap-3">
            {clauses.map((clause) => (
              <ClauseQuote key={clause.id} clause={clause} />
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}

/** A clause in the words of the version that was in force, and where it comes from. */
function ClauseQuote({ clause: { id, title, text, source, termsVersion } }: { clause: ClauseCitation }) {
  return (
    <li className="flex flex-col gap-0.5 border-l-2 pl-3">
      <span className="text-ui">
        <Code>{id}</Code> {title}
      </span>
      <q className="measure text-ui font-normal text-muted">{text}</q>
      <span className="text-small text-muted">
        {sources[source]}, version {termsVersion}
      </span>
    </li>
  );
}
