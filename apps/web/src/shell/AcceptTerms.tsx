import type { MemberView } from "@covenant/domain";
import { Button, LinkButton } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";

/** Accepts the terms in force, with what changed since those the member accepted one press away. */
export function AcceptTerms({ member, version }: { member: MemberView; version: string }) {
  const queryClient = useQueryClient();
  const accept = useMutation(
    api.members.acceptTerms.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.members.pathKey() }),
    }),
  );
  const isFirst = member.acceptedTermsVersion === null;
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">
        <LinkButton size="small" href={isFirst ? paths.legal("terms") : paths.termsChanges(version)}>
          {isFirst ? "Read the terms" : "See what changed"}
        </LinkButton>
        <Button size="small" variant="primary" isPending={accept.isPending} onClick={() => accept.mutate({ version })}>
          Accept version {version}
        </Button>
      </div>
      {accept.error !== null && (
        <p role="alert" className="text-small text-bad">
          {presentFailure(accept.error).title}
        </p>
      )}
    </div>
  );
}
