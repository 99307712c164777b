import type { CaseView } from "@covenant/domain";
import { Card, CodeBlock, Disclosure, exactTime, KeyValue, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";
import { FullId } from "../shell/ShortId.tsx";

/** Whose case it is, its numbers, and the facts the first ruling was made on, as they are stored. */
export function CaseFacts({ view }: { view: CaseView }) {
  const { id, memberId, memberEmail, generationId, openedAt, dueAt, facts } = view;
  return (
    <Card title="File">
      <div className="flex flex-col gap-4">
        <KeyValue
          facts={[
            { label: "Member", value: <TextLink href={paths.member(memberId)}>{memberEmail}</TextLink> },
            { label: "Case", value: <FullId id={id} /> },
            { label: "Generation", value: <FullId id={generationId} /> },
            { label: "Opened", value: exactTime(openedAt) },
            { label: "Due", value: dueAt === null ? "No deadline" : exactTime(dueAt) },
          ]}
        />
        <Disclosure title="Facts of the first ruling">
          <CodeBlock label="As stored" code={JSON.stringify(facts, null, 2)} />
        </Disclosure>
      </div>
    </Card>
  );
}
