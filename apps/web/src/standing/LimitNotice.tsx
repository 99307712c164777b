import { Banner, LinkButton } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { useMember } from "../shell/use-member.ts";
import { limitSentence } from "./standing-words.ts";

/** Tells a limited member above the form how many generations may run at once, until when and by which clause. */
export function LimitNotice() {
  const member = useMember();
  const { data } = useQuery({ ...api.standing.mine.queryOptions(), enabled: member !== null });
  const sentence = limitSentence(data?.sanctions ?? []);
  if (sentence === undefined) return null;
  return (
    <Banner
      tone="warn"
      title={sentence}
      actions={
        <LinkButton size="small" href={paths.standing}>
          See why
        </LinkButton>
      }
    />
  );
}
