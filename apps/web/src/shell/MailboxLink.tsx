import { demoPlace } from "./demo-place.ts";

/** In the demo, where mail to this address arrives; nothing elsewhere. */
export function MailboxLink({ email }: { email: string }) {
  const sandbox = demoPlace("sandbox");
  if (sandbox === null) return null;
  const mailbox = `${sandbox}/mailbox?to=${encodeURIComponent(email)}`;
  return (
    <a className="underline" href={mailbox} target="_blank" rel="noreferrer">
      Open the demo mailbox
    </a>
  );
}
