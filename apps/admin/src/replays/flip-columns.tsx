import type { FlipGroupView, ReplayExample } from "@covenant/domain";
import { TextLink } from "@covenant/ui";
import type { Column } from "@covenant/ui/data-table";
import { paths } from "../paths.ts";
import { ShortId } from "../shell/ShortId.tsx";
import { groupCreditsOf } from "./replay-words.ts";

/** What the console calls each question. */
export type QuestionTitles = Readonly<Record<string, string>>;

export function flipColumns(titles: QuestionTitles): readonly Column<FlipGroupView>[] {
  return [
    { id: "question", header: "Question", cell: ({ question }) => <Wrapped>{titles[question] ?? question}</Wrapped> },
    { id: "before", header: "It was", cell: ({ before }) => <Side {...before} />, width: "9rem" },
    {
      id: "after",
      header: "It would have been",
      cell: ({ after, differs }) => <Side {...after} differs={differs} />,
      width: "15rem",
    },
    { id: "rulings", header: "Rulings", isNumeric: true, cell: ({ rulings }) => figure(rulings), width: "5.5rem" },
    { id: "members", header: "Members", isNumeric: true, cell: ({ members }) => figure(members), width: "6rem" },
    { id: "credits", header: "Credits", isNumeric: true, cell: groupCreditsOf, width: "6rem" },
    {
      id: "examples",
      header: "Who, for example",
      isInteractive: true,
      cell: ({ examples }) => <Examples examples={examples} />,
      width: "9rem",
    },
  ];
}

function Wrapped({ children }: { children: string }) {
  return <span className="whitespace-normal">{children}</span>;
}

/** An outcome with its clauses, and what of it differs from the other one. */
function Side({ outcome, clauses, differs = [] }: FlipGroupView["before"] & { differs?: readonly string[] }) {
  return (
    <span className="flex flex-col py-1 whitespace-normal">
      <span>{outcome}</span>
      <span className="text-small text-muted">{clauses.join(", ")}</span>
      {differs.map((line) => (
        <span key={line} className="text-small">
          {line}
        </span>
      ))}
    </span>
  );
}

const figure = (count: number) => count.toLocaleString("en-US");

/** The first members of a group, each beside the generation it was about where there is one. */
function Examples({ examples }: { examples: readonly ReplayExample[] }) {
  return (
    <span className="flex flex-col items-start gap-1 py-1">
      {examples.slice(0, 3).map(({ id, memberId, generationId }) => (
        <span key={id} className="flex flex-col items-start">
          <TextLink href={memberId === null ? paths.acts(id) : paths.member(memberId)}>
            <ShortId id={memberId ?? id} />
          </TextLink>
          {generationId !== null && (
            <TextLink href={paths.ledger({ find: generationId })}>
              <ShortId id={generationId} />
            </TextLink>
          )}
        </span>
      ))}
    </span>
  );
}
