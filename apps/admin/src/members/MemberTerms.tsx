import type { MemberId, MemberTermsView } from "@covenant/domain";
import { Card, exactTime, KeyValue, SkeletonText, StatusBadge, type Tone } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";

const looks = {
  stands: { tone: "ok", text: "hold for this member" },
  "by-use": { tone: "info", text: "accepted by what they ask for next" },
  ask: { tone: "warn", text: "to be accepted first" },
} as const satisfies Record<MemberTermsView["acceptance"], { tone: Tone; text: string }>;

const ways = { ticked: "ticked", "by-use": "by going on" } as const;

/** Which terms a member accepted, when and how, whether they were told of announced ones, and where that leaves them. */
export function MemberTerms({ memberId }: { memberId: MemberId }) {
  const { data: terms, error } = useQuery(api.members.terms.queryOptions({ memberId }));
  return (
    <Card title="Terms">
      {terms === undefined ? (
        error === null ? (
          <SkeletonText lines={3} />
        ) : (
          <p role="alert">{presentFailure(error).title}</p>
        )
      ) : (
        <KeyValue facts={factsOf(terms)} />
      )}
    </Card>
  );
}

function factsOf({ inForce, announced, acceptance, explanation, accepted, told }: MemberTermsView) {
  const { tone, text } = looks[acceptance];
  const earlier = told.filter(({ version }) => version !== announced);
  return [
    {
      label: `In force: ${inForce}`,
      value: (
        <span className="flex flex-col gap-1">
          <StatusBadge tone={tone}>{text}</StatusBadge>
          <span className="text-muted">{explanation}</span>
        </span>
      ),
    },
    {
      label: "Accepted",
      value: lines(accepted.map(({ version, at, how }) => `${version}, ${ways[how]}, ${exactTime(at)}`)),
    },
    ...(announced === null ? [] : [{ label: `Announced: ${announced}`, value: noticeText(announced, told) }]),
    ...(earlier.length === 0
      ? []
      : [{ label: "Told of before", value: lines(earlier.map(({ version, at }) => `${version}, ${exactTime(at)}`)) }]),
  ];
}

function noticeText(announced: string, told: MemberTermsView["told"]): string {
  const notice = told.find(({ version }) => version === announced);
  if (notice === undefined) return "Not told yet. The mail goes out within minutes, once the address is confirmed.";
  return `Told by mail, ${exactTime(notice.at)}`;
}

function lines(texts: readonly string[]) {
  if (texts.length === 0) return "None";
  return (
    <ul className="flex flex-col gap-0.5">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
