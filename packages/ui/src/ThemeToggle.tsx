import { Monitor, Moon, Sun } from "lucide-react";
import { type ReactNode, useId, useSyncExternalStore } from "react";
import { setTheme, type Theme, useTheme } from "./theme.ts";

const choices: readonly { theme: Theme; label: string; icon: ReactNode }[] = [
  { theme: "system", label: "As the system", icon: <Monitor aria-hidden size={14} /> },
  { theme: "light", label: "Light", icon: <Sun aria-hidden size={14} /> },
  { theme: "dark", label: "Dark", icon: <Moon aria-hidden size={14} /> },
];

/** Light, dark, or as the machine has it. Locked in a page that came ready-made, until the app can hear the choice. */
export function ThemeToggle() {
  const chosen = useTheme();
  const name = useId();
  return (
    <fieldset disabled={!useIsHeard()} className="inline-flex w-fit gap-0.5 rounded-pill border p-0.5">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label, icon }) => (
        <label
          key={theme}
          title={label}
          className="relative flex size-7 cursor-pointer items-center justify-center rounded-pill text-muted transition-colors hover:text-text has-checked:bg-hover has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:size-11"
        >
          <input
            type="radio"
            name={name}
            aria-label={label}
            checked={chosen === theme}
            onChange={() => setTheme(theme)}
            className="absolute inset-0 appearance-none rounded-pill outline-none"
          />
          {icon}
        </label>
      ))}
    </fieldset>
  );
}

/** False where the page is rendered to be sent, true where it runs. */
function useIsHeard(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
