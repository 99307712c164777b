import { LinkButton, NotFoundState } from "@covenant/ui";
import { getRouteApi } from "@tanstack/react-router";
import { paths } from "../paths.ts";

const root = getRouteApi("__root__");

/** Nothing lives at this address, or it is not this member's; a visitor may only have to sign in. */
export function MissingReport() {
  const { storefront, member } = root.useRouteContext();
  const maySignIn = storefront !== null && member === null;
  return (
    <NotFoundState
      actions={
        <>
          <LinkButton href={paths.home} variant="primary">
            Go to the start
          </LinkButton>
          {maySignIn && <LinkButton href={paths.signIn()}>Sign in</LinkButton>}
        </>
      }
    >
      The address may have a typo, or what was here has been deleted.
      {maySignIn && " If it is part of your account, sign in to see it."}
    </NotFoundState>
  );
}
