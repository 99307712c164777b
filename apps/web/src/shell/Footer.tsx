import { ThemeToggle } from "@covenant/ui";
import { Link } from "@tanstack/react-router";
import { paths } from "../paths.ts";
import { useStorefront } from "./use-storefront.ts";

const documents = [
  { label: "Terms", document: "terms" },
  { label: "Privacy", document: "privacy" },
  { label: "Acceptable use", document: "acceptable-use" },
  { label: "Refunds", document: "refunds" },
  { label: "Copyright", document: "copyright" },
] as const;

/** The legal pages, the way to a person, the theme where the header has no room for it, and, in demo mode, that nothing here is real. */
export function Footer() {
  const { name, supportEmail, demo } = useStorefront();
  return (
    <footer className="mt-16 border-t text-small text-muted">
      <div className="mx-auto flex w-full max-w-6xl flex-wrap items-center gap-x-5 gap-y-2 px-4 py-6">
        <span>{name}</span>
        {documents.map(({ label, document }) => (
          <Link key={document} to={paths.legal(document)} className="hover:text-text hover:underline">
            {label}
          </Link>
        ))}
        <a href={`mailto:${supportEmail}`} className="hover:text-text hover:underline">
          Help: {supportEmail}
        </a>
        <span className="md:hidden">
          <ThemeToggle />
        </span>
        {demo && <span className="ml-auto">Demo: no real money, mail or models.</span>}
      </div>
    </footer>
  );
}
