import { createFileRoute, redirect } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { ConsoleFrame } from "../shell/ConsoleFrame.tsx";

/** Everything but the door: whoever is not signed in is sent there, and back here afterwards. */
export const Route = createFileRoute("/_console")({
  beforeLoad: ({ context: { staff }, location }) => {
    if (staff === null) throw redirect({ href: paths.signIn(location.href) });
    return { staff };
  },
  component: ConsoleFrame,
});
