import { emailSchema, refusalOf } from "@covenant/domain";
import { Banner, Button, useNow } from "@covenant/ui";
import { useQuery } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { secondsLeft, spacedCode } from "./demo-code.ts";

const everyMs = 5_000;

/** In demo mode nobody has the authenticator: the code it would show stands here. Elsewhere the api knows no such thing. */
export function DemoCode({ email, onUse }: { email: string; onUse: (code: string) => void }) {
  const asked = emailSchema.safeParse(email);
  const { data, error } = useQuery({
    ...api.door.demoCode.queryOptions({ email: asked.data ?? "" }),
    enabled: asked.success,
    retry: false,
    refetchInterval: ({ state }) => (refusalOf(state.error)?.code === "thing/not-found" ? false : everyMs),
  });
  const now = useNow(data === undefined ? null : 1000);
  if (refusalOf(error)?.code === "request/too-many")
    return (
      <Banner tone="info" title="Demo: the current codes were used">
        A code signs in once. {presentFailure(error).detail}
      </Banner>
    );
  if (data === undefined || error !== null) return null;
  return (
    <Banner
      tone="info"
      title={`Demo: current code ${spacedCode(data.code)}`}
      actions={
        <Button size="small" onClick={() => onUse(data.code)}>
          Use this code
        </Button>
      }
    >
      Taken for {secondsLeft(data.validUntil, now)} s more.
    </Banner>
  );
}
