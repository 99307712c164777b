import { assumed, type ClauseEntry, stated } from "../../clause.ts";
import { strikeScale } from "../../sanctions/strike-scale.ts";
import { practice } from "../practice.ts";
import { conductClauses } from "./conduct.ts";

export const strikes = strikeScale(180);

export const acceptableUse: readonly ClauseEntry[] = [
  stated(
    "IAI-3.1",
    "ruling",
    "Nothing that sexualises children",
    "Sexual content about minors is forbidden without exception.",
  ),
  stated(
    "IAI-3.2",
    "ruling",
    "Nothing sexually explicit",
    "Sexually explicit and other not-safe-for-work content is not allowed.",
  ),
  stated(
    "IAI-3.3",
    "ruling",
    "No deepfakes, no sexual imagery without consent",
    "Real people may not be depicted deceptively, or sexually without their consent.",
  ),
  stated("IAI-3.4", "ruling", "No hate", "Hate speech is not allowed, in words or in pictures."),
  assumed(
    "IAI-3.5",
    "ruling",
    "Other forbidden content",
    "The list in the terms is open. We count graphic violence, illegal goods and acts, and infringement of others' rights among what is forbidden.",
  ),
  stated(
    "IAI-3.6",
    "ruling",
    "What a breach can lead to",
    "Breaking these rules can mean suspension at once, deletion of the content, loss of credits and a report to the police where one is due.",
  ),
  stated(
    "IAI-4.1",
    "ruling",
    "Prompts are checked",
    "Every prompt is checked against word lists for rude words and forbidden content before it runs.",
  ),
  stated(
    "IAI-4.2",
    "ruling",
    "Pictures are checked",
    "Every picture is checked by the safety checker of the company behind the model.",
  ),
  stated(
    "IAI-4.4",
    "ruling",
    "Repeated attempts",
    "Where attempts repeat, a person looks at the pattern and may suspend the account without telling you first.",
  ),
  practice.picturesChecked("IAI-a103"),
  practice.strikes("IAI-a3", strikes),
  ...conductClauses,
];
