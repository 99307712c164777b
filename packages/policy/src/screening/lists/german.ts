import { writeList } from "./write-list.ts";

/** A start in German, of what may stand readable here. */
export const german = writeList(
  "built-in-de",
  "de",
  {
    "intimate-imagery":
      "ausziehen lassen, zieh sie aus, zieh ihn aus, kleidung entfernen, ihre kleidung entfernen | ohne ihr wissen",
    sexual:
      "nacktbild, nacktbilder, nacktfoto, nacktfotos, splitternackt, komplett nackt, völlig nackt, sexszene | erotisch, erotische, erotischer, erotisches, erotik",
    deepfake: "gefälschtes nacktbild, gefälschte nacktbilder, falsches nacktbild | gesicht tauschen, gesichtstausch",
    hate: "rassenschande, herrenrasse, untermensch, untermenschen | rassistische karikatur, rassistisch, rassistische, hetze gegen",
    violence:
      "enthauptung, enthauptet, enthaupteter, geköpft, abgetrennter kopf, zerstückelte leiche, verstümmelte leiche, zu tode gefoltert | blutbad, verstümmelt",
    illegal:
      "rohrbombe, falschgeld, gefälschter ausweis, gefälschter pass, gefälschter reisepass, bombe bauen, bombenbau, gestohlene kreditkarte",
    infringement: "wasserzeichen entfernen, wasserzeichen weg, gefälschte handtasche, raubkopie",
    profanity: "verdammt, verdammte, verdammter",
    minor:
      "kind, kinder, kleinkind, kleinkinder, säugling, kleines mädchen, kleiner junge, junges mädchen, minderjährig, minderjährige, minderjähriger, schulmädchen, schülerin, schülerinnen, teenagerin | mädchen, junge, jungen, schüler",
    "real-person":
      "meine ex, mein ex, meine kollegin, mein kollege, meine chefin, mein chef, meine lehrerin, meine nachbarin, meine schwester, prominente, prominenter, promi, politiker, politikerin, kanzler, kanzlerin, bundeskanzler, bundeskanzlerin, bundespräsident, schauspielerin, sängerin",
    person:
      "frau, frauen, mann, männer, dame, damen, person, personen, menschen, freundin, ehefrau, paar, weiblich, männlich",
    nakedness:
      "nackt, nackte, nackter, nacktes, nackten, nacktem, unbekleidet, unbekleidete, ohne kleidung, ohne kleider, hüllenlos",
    "exposing-verb": "ausziehen, auszieht, entkleiden, entkleidet, entkleide, in unterwäsche",
    "deceptive-verb":
      "gefälschtes interview, gefälschte rede, gefälschtes geständnis, gefälschtes foto, gefälschtes video, ausgeben als, sich ausgibt als, wähler täuschen, als echt ausgeben",
    hostility: "tötet alle, tod den, vergast, ausrotten, ungeziefer, raus mit allen",
    "protected-group":
      "juden, muslime, moslems, ausländer, flüchtlinge, migranten, schwule, lesben, schwarze, sinti, roma, behinderte, homosexuelle",
    making: "wie baut man, wie baue ich, wie macht man, anleitung zum bau, anleitung für, bauanleitung",
    art: "gemälde von, statue, statuen, marmor, skulptur, museum, aus bronze",
    weapon: "bombe, bomben, sprengstoff, sprengsatz, handgranate, giftgas, nervengas, molotowcocktail",
  },
  "nacktschnecke, nacktschnecken, nackte wand, nackte wände, nackte bäume, nackter fels, nackte füße, nackten füßen, nacktmull, nacktem oberkörper, nackter oberkörper, ausziehen der {schuhe/jacke/jacken/stiefel}, blutbad tomaten, bombe surprise",
);
