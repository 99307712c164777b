import { Banner, LinkButton } from "@covenant/ui";
import { paths } from "../paths.ts";

/** Why the page is locked, and the two ways in. */
export function SignedOutNotice() {
  return (
    <Banner
      tone="info"
      title="Sign in to generate"
      actions={
        <>
          <LinkButton href={paths.signIn(paths.create)} size="small">
            Sign in
          </LinkButton>
          <LinkButton href={paths.signUp} size="small" variant="primary">
            Sign up
          </LinkButton>
        </>
      }
    >
      Look around first if you like: prices and terms are open to everybody.
    </Banner>
  );
}
