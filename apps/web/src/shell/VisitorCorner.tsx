import { LinkButton } from "@covenant/ui";
import { paths } from "../paths.ts";

/** The header's end for a visitor: the two ways in. */
export function VisitorCorner() {
  return (
    <>
      <LinkButton href={paths.signIn()} variant="quiet" size="small">
        Sign in
      </LinkButton>
      <LinkButton href={paths.signUp} variant="primary" size="small">
        Sign up
      </LinkButton>
    </>
  );
}
