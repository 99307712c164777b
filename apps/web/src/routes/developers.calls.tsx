import { createFileRoute } from "@tanstack/react-router";
import { CallsPage } from "../keys/CallsPage.tsx";
import { requireMember } from "../shell/require-member.ts";

export const Route = createFileRoute("/developers/calls")({ beforeLoad: requireMember, component: CallsPage });
