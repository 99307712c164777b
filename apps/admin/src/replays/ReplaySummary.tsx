import type { ReplayQuestion } from "@covenant/domain";
import { Banner, KeyValue } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import type { QuestionTitles } from "./flip-columns.tsx";
import { count, figuresOf } from "./replay-words.ts";

/** What all of it comes to; the table below says where it is still waited for, or failed. */
export function ReplaySummary({ question, titles }: { question: ReplayQuestion; titles: QuestionTitles }) {
  const { data } = useQuery(api.replays.get.queryOptions(question));
  if (data === undefined) return null;
  return (
    <>
      <KeyValue facts={figuresOf(data)} />
      {data.notReplayed.map(({ question: of, why, rulings, examples }) => (
        <Banner key={`${of} ${why}`} tone="info" title={`${count(rulings, "ruling")} could not be asked again`}>
          “{titles[of] ?? of}”: {why}. For example {examples.map(({ id }) => id).join(", ")}.
        </Banner>
      ))}
    </>
  );
}
