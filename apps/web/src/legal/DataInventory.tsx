import type { InventoryView, RecipientView, StoredItem } from "@covenant/domain";
import { KeyValue, TextLink } from "@covenant/ui";
import { Fragment, type ReactNode } from "react";

/** What the storefront stores and who receives it, as the register has it. */
export function DataInventory({ stored, records, recipients }: InventoryView) {
  return (
    <>
      <Section
        id="stored"
        title="What we store, why and how long"
        detail="Made from the list that our software is checked against: nothing is stored that is not here. All of it but the cookie lies on servers that a company runs for us."
      >
        <Records records={records} />
        {stored.map((item) => (
          <Stored key={item.id} item={item} />
        ))}
      </Section>
      <Section
        id="recipients"
        title="Who receives it"
        detail="Everybody outside who gets any of it, and the clauses that speak of them."
      >
        {recipients.map((recipient) => (
          <Recipient key={recipient.id} recipient={recipient} />
        ))}
      </Section>
    </>
  );
}

type SectionProps = { id: string; title: string; detail: string; children: ReactNode };

function Section({ id, title, detail, children }: SectionProps) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-3">
      <div className="flex flex-col">
        <h2 id={id} className="scroll-mt-24 text-h2 font-semibold">
          {title}
        </h2>
        <p className="text-ui text-muted">{detail}</p>
      </div>
      <ul className="flex flex-col divide-y rounded-card border bg-surface">{children}</ul>
    </section>
  );
}

/** What the clauses say of records, once for all that stay with them. */
function Records({ records }: Pick<InventoryView, "records">) {
  return records.map(({ kinds, says, clause }) => (
    <li key={clause.id} className="flex flex-col gap-1 p-4">
      <h3 className="text-ui font-semibold">How long {sentenceList(kinds)} stay</h3>
      <p className="measure text-ui font-normal">
        <Clauses said={says} clauses={[clause]} />
      </p>
    </li>
  ));
}

/** `a, b and c`. */
function sentenceList(parts: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(parts);
}

type RowProps = { id: string; title: string; why: string; aside: string; children: ReactNode };

/** A name and a reason, and beside them, or below where there is little room, what is to be known. */
function Row({ id, title, why, aside, children }: RowProps) {
  return (
    <li
      id={id}
      className="grid scroll-mt-24 gap-x-8 gap-y-2 p-4 target:bg-accent-soft sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
    >
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="text-ui font-semibold">{title}</h3>
        <p className="text-ui text-muted">{why}</p>
        <p className="text-small text-muted">{aside}</p>
      </div>
      <div className="min-w-0 sm:-mt-2">{children}</div>
    </li>
  );
}

function Stored({ item: { id, what, why, basis, where, howLong, clauses, receivers } }: { item: StoredItem }) {
  return (
    <Row id={`stored-${id}`} title={what} why={why} aside={`${basis}. ${where}.`}>
      <KeyValue
        facts={[
          { label: "How long", value: <Clauses said={howLong} clauses={clauses} /> },
          { label: "Who receives it", value: <Receivers receivers={receivers} /> },
        ]}
      />
    </Row>
  );
}

function Recipient({ recipient: { id, name, gets, why, place, clauses } }: { recipient: RecipientView }) {
  return (
    <Row id={`recipient-${id}`} title={name} why={why} aside={`${place}.`}>
      <KeyValue
        facts={[
          { label: "Gets", value: gets },
          { label: "Said in", value: <Clauses said="" clauses={clauses} /> },
        ]}
      />
    </Row>
  );
}

function Clauses({ said, clauses }: { said: string; clauses: StoredItem["clauses"] }) {
  return (
    <>
      {said}
      {clauses.map(({ id, title, path }) => (
        <Fragment key={id}>
          {" "}
          <TextLink href={path} title={title}>
            {id}
          </TextLink>
        </Fragment>
      ))}
    </>
  );
}

function Receivers({ receivers }: Pick<StoredItem, "receivers">) {
  if (receivers.length === 0) return "Nobody else";
  return (
    <ul className="flex flex-col">
      {receivers.map(({ id, name }) => (
        <li key={id}>
          <TextLink href={`#recipient-${id}`}>{name}</TextLink>
        </li>
      ))}
    </ul>
  );
}
