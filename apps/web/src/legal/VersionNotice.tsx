import type { TermsVersionView } from "@covenant/domain";
import { civilDayText, TextLink } from "@covenant/ui";
import { paths } from "../paths.ts";

type VersionNoticeProps = { shown: TermsVersionView; versions: readonly TermsVersionView[] };

/** Where the version on the page stands in time, if it is not simply the one in force. */
export function VersionNotice({ shown, versions }: VersionNoticeProps) {
  const notice = noticeOf(shown, versions);
  if (notice === null) return null;
  const { title, text, link, version } = notice;
  // No banner of the kit: this says one thing and holds no button, and the first visit's scripts are counted.
  return (
    <aside aria-label="This version" className="flex flex-col gap-1 rounded-card bg-info-soft px-4 py-3 text-ui">
      <p className="font-medium">{title}</p>
      <p className="text-muted">
        {text} <TextLink href={paths.termsChanges(version)}>{link}</TextLink>
      </p>
    </aside>
  );
}

type Notice = { title: string; text: string; link: string; version: string };

function noticeOf(
  { version, state, announcedOn, endsOn, inShort }: TermsVersionView,
  versions: readonly TermsVersionView[],
): Notice | null {
  if (state === "announced") {
    const title = `Announced on ${civilDayText(announcedOn)}, takes effect on ${civilDayText(version)}`;
    return { title, text: `Not in force yet. From that day, ${inShort}.`, link: "What changes", version };
  }
  const next = versions.find((each) => each.version === endsOn);
  if (next === undefined) return null;
  const day = civilDayText(next.version);
  return state === "earlier"
    ? {
        title: `An earlier version: it was in force until ${day}`,
        text: "What happened before that day is judged by it.",
        link: "What changed",
        version: next.version,
      }
    : {
        title: `Another version takes effect on ${day}`,
        text: `From that day, ${next.inShort}.`,
        link: "What changes",
        version: next.version,
      };
}
