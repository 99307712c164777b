import { createFileRoute } from "@tanstack/react-router";
import { KeysPage } from "../keys/KeysPage.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/developers/keys")({ beforeLoad: requireMember, component: KeysPage });
