import { Button, EmptyState, ErrorState, LinkButton } from "@covenant/ui";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { CircleCheck, MailOpen } from "lucide-react";
import { presentFailure } from "../api/present-refusal.ts";
import { api } from "../api/trpc.ts";
import { paths } from "../paths.ts";
import { PageBody } from "../shell/PageBody.tsx";
import { useIsMember } from "../shell/use-storefront.ts";

const route = getRouteApi("/confirm");

/** The page behind the mailed link. It acts on a press, not on a visit: mail scanners follow links too. */
export function ConfirmPage() {
  const { token } = route.useSearch();
  const isMember = useIsMember();
  const queryClient = useQueryClient();
  const confirm = useMutation(
    api.members.confirmEmail.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: api.members.pathKey() }),
    }),
  );
  if (confirm.isError) {
    const { title, detail } = presentFailure(confirm.error);
    return (
      <PageBody width="form">
        <ErrorState
          level={1}
          title={title}
          consequence={detail}
          actions={<LinkButton href={paths.signIn()}>Sign in</LinkButton>}
        />
      </PageBody>
    );
  }
  if (confirm.isSuccess) {
    const next = isMember ? { href: paths.create, label: "Create" } : { href: paths.signIn(), label: "Sign in" };
    return (
      <PageBody width="form">
        <EmptyState
          level={1}
          icon={<CircleCheck size={24} />}
          title="Your email is confirmed"
          actions={
            <LinkButton href={next.href} variant="primary">
              {next.label}
            </LinkButton>
          }
        />
      </PageBody>
    );
  }
  return (
    <PageBody width="form">
      <EmptyState
        level={1}
        icon={<MailOpen size={24} />}
        title="Confirm your email"
        actions={
          <Button variant="primary" isPending={confirm.isPending} onClick={() => confirm.mutate({ token })}>
            Confirm
          </Button>
        }
      >
        One press, and your account is ready.
      </EmptyState>
    </PageBody>
  );
}
