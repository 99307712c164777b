import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { useLinkClick } from "./Navigation.tsx";

type PageHeaderProps = {
  title: ReactNode;
  detail?: ReactNode;
  /** The list this page belongs to. */
  back?: { href: string; label: string };
  badges?: ReactNode;
  actions?: ReactNode;
};

/** The name of the page, and what can be done with it. The heading takes the focus after a change of page. */
export function PageHeader({ title, detail, back, badges, actions }: PageHeaderProps) {
  return (
    <header className="flex flex-col gap-2">
      {back && <BackLink {...back} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-col gap-1">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <h1 tabIndex={-1} className="min-w-0 text-h1 wrap-anywhere outline-none">
              {title}
            </h1>
            {badges}
          </div>
          {detail && <div className="measure text-body text-muted">{detail}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  );
}

function BackLink({ href, label }: { href: string; label: string }) {
  const onClick = useLinkClick();
  return (
    <a
      href={href}
      onClick={onClick}
      className="-ml-1 inline-flex w-fit items-center gap-0.5 rounded-control text-ui text-muted hover:text-text"
    >
      <ChevronLeft aria-hidden size={16} />
      {label}
    </a>
  );
}
