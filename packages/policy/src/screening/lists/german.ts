import { writeList } from "./write-list.ts";

/** A start in German, of what may stand readable here. */
export const german = writeList(
  "built-in-de",
  "de",
  {
    "intimate-imagery":
      "ausziehen lassen, zieh sie aus, zieh ihn aus, kleidung entfernen, ihre kleidung entfernen, {entferne/entfernen/lösche/löschen} {ihre/seine/die/alle} {kleidung/kleider/bluse/unterwäsche}, {ihre/seine} {kleidung/kleider} {entfernen/ausziehen/weglassen/wegmachen}, {zieh/ziehe} {sie/ihn} {nackt/ganz} aus, {ihr/ihm} die {kleidung/kleider} {ausziehen/ausziehst}, unter {ihren/ihr} {rock/kleid} | ohne ihr wissen, ohne {ihr/sein} einverständnis",
    sexual:
      "nacktbild, nacktbilder, nacktfoto, nacktfotos, splitternackt, komplett nackt, völlig nackt, sexszene, striptease, strip tease, pornografisch, pornografische, pornografisches | erotisch, erotische, erotischer, erotisches, erotik, unzensiert",
    deepfake: "gefälschtes nacktbild, gefälschte nacktbilder, falsches nacktbild | gesicht tauschen, gesichtstausch",
    hate: "rassenschande, herrenrasse, untermensch, untermenschen, hitlergruß, holocaust {lüge/leugnung}, herrenmensch, herrenmenschen, ku klux klan werbung, weiße macht | rassistische karikatur, rassistisch, rassistische, hetze gegen, hakenkreuz, hakenkreuze, hakenkreuzfahne, judenwitz",
    violence:
      "enthauptung, enthauptet, enthaupteter, geköpft, abgetrennter kopf, zerstückelte leiche, verstümmelte leiche, zu tode gefoltert, folterszene, folterszenen, zerstückelte {leichen/körper}, zerstückelter körper, ausgeweidet, enthauptete, snuff film, {herausquellende/heraushängende} {eingeweide/gedärme}, selbstverstümmelung, amoklauf | blutbad, verstümmelt, hinrichtung",
    illegal:
      "rohrbombe, falschgeld, gefälschter ausweis, gefälschter pass, gefälschter reisepass, bombe bauen, bombenbau, gestohlene kreditkarte",
    infringement: "wasserzeichen entfernen, wasserzeichen weg, gefälschte handtasche, raubkopie",
    profanity: "verdammt, verdammte, verdammter",
    minor:
      "kind, kinder, kleinkind, kleinkinder, säugling, kleines mädchen, kleiner junge, junges mädchen, minderjährig, minderjährige, minderjähriger, schulmädchen, schülerin, schülerinnen, teenagerin, zweijährige, zweijähriger, zweijähriges, zweijährigen, dreijährige, dreijähriger, dreijähriges, dreijährigen, vierjährige, vierjähriger, vierjähriges, vierjährigen, fünfjährige, fünfjähriger, fünfjähriges, fünfjährigen, sechsjährige, sechsjähriger, sechsjähriges, sechsjährigen, siebenjährige, siebenjähriger, siebenjähriges, siebenjährigen, achtjährige, achtjähriger, achtjähriges, achtjährigen, neunjährige, neunjähriger, neunjähriges, neunjährigen, zehnjährige, zehnjähriger, zehnjähriges, zehnjährigen, elfjährige, elfjähriger, elfjähriges, elfjährigen, zwölfjährige, zwölfjähriger, zwölfjähriges, zwölfjährigen, dreizehnjährige, dreizehnjähriger, dreizehnjähriges, dreizehnjährigen, vierzehnjährige, vierzehnjähriger, vierzehnjähriges, vierzehnjährigen, fünfzehnjährige, fünfzehnjähriger, fünfzehnjähriges, fünfzehnjährigen, sechzehnjährige, sechzehnjähriger, sechzehnjähriges, sechzehnjährigen, siebzehnjährige, siebzehnjähriger, siebzehnjähriges, siebzehnjährigen, {1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17} {jahre alt/jähriges/jährige/jähriger/jährigen}, grundschüler, grundschülerin, grundschulkind, schulkind, schulkinder, kindergartenkind, kindergartenkinder, vorschulkind, baby, babys, kleine {nichte/schwester/tochter/enkelin}, kleiner {neffe/bruder/sohn/enkel} | mädchen, junge, jungen, schüler, nichte, neffe, tochter, sohn, enkelin, enkel, schulmädchen",
    "real-person":
      "meine ex, mein ex, meine kollegin, mein kollege, meine chefin, mein chef, meine lehrerin, meine nachbarin, meine schwester, prominente, prominenter, promi, politiker, politikerin, kanzler, kanzlerin, bundeskanzler, bundeskanzlerin, bundespräsident, schauspielerin, sängerin, meine {freundin/cousine/mitschülerin/kommilitonin/schwägerin/stieftochter/stiefschwester/therapeutin}, mein {exfreund/mitschüler/nachbar/lehrer/bruder/freund}, meine exfreundin, meine exfrau, {frau/mann/person/mädchen} auf {diesem/dem/meinem} {foto/bild}",
    person:
      "frau, frauen, mann, männer, dame, damen, person, personen, menschen, freundin, ehefrau, paar, weiblich, männlich",
    nakedness:
      "nackt, nackte, nackter, nacktes, nackten, nacktem, unbekleidet, unbekleidete, ohne kleidung, ohne kleider, hüllenlos",
    "exposing-verb": "ausziehen, auszieht, entkleiden, entkleidet, entkleide, in unterwäsche",
    "deceptive-verb":
      "gefälschtes interview, gefälschte rede, gefälschtes geständnis, gefälschtes foto, gefälschtes video, ausgeben als, sich ausgibt als, wähler täuschen, als echt ausgeben, täuschend {echt/echte/echtes/echter}, {gefälschte/gefälschter/gefälschtes/gefälschten/manipulierte/manipuliertes} {video/videos/aufnahme/aufnahmen/foto/fotos/bild/nachricht/nachrichten/tweet}, {seine/ihre/die} stimme {klonen/nachahmen/imitieren}, damit {alle/leute/wähler} glauben, als wäre es echt",
    hostility:
      "tötet alle, tod den, vergast, ausrotten, ungeziefer, raus mit allen, sind {ungeziefer/ratten/parasiten/untermenschen/tiere/abschaum/dreck/schweine}, abschieben, deportieren, vergasen, vernichten, raus aus {deutschland/dem land/europa/unserem land}, raus aus unserer stadt, unerwünscht, nicht erwünscht, verboten für, kein zutritt für, gehören {vergast/aufgehängt/eingesperrt/weg}, sollen {sterben/verschwinden} | raus",
    "protected-group":
      "juden, muslime, moslems, ausländer, flüchtlinge, migranten, schwule, lesben, schwarze, sinti, roma, behinderte, homosexuelle",
    making:
      "wie baut man, wie baue ich, wie macht man, anleitung zum bau, anleitung für, bauanleitung, anleitung zum {bau/bauen/herstellen}, wie {baut/baue/macht/mache/stellt} {man/ich}, bauplan für, bauplan einer, rezept für, schritt für schritt anleitung | bauen, herstellen, selbst gebaute, selbstgebaute",
    art: "gemälde von, statue, statuen, marmor, skulptur, museum, aus bronze",
    harm: "ersticht, erstechen, erstochen, erwürgt, erwürgen, foltert, gefoltert, zerstückelt, ermordet, ermorden, hingerichtet, erhängt, gehängt, aufgeschlitzt, gehäutet, köpft, erschlagen, aufgespießt",
    trade:
      "verkaufe, verkaufen, verkauft, verkauf von, zu verkaufen, schmuggeln, schmuggle, dealer, händler für, versand von",
    drug: "kokain, heroin, crystal meth, methamphetamin, ecstasy, lsd, ketamin, fentanyl, amphetamin, drogen",
    forging:
      "gefälscht, gefälschte, gefälschter, gefälschtes, gefälschten, fälsche, fälschen, fälschung von, nachmachen",
    document:
      "reisepass, reisepässe, pass, personalausweis, ausweis, ausweise, führerschein, geburtsurkunde, impfpass, impfausweis, impfzertifikat, arztrezept, ärztliches rezept, banknote, banknoten, geldschein, geldscheine, euroscheine, zeugnis, kontoauszug, visum, attest",
    removal:
      "entferne, entfernen, entfernt, lösche, löschen, retuschiere, retuschieren, wegretuschieren, beseitige, beseitigen, wegmachen",
    watermark: "wasserzeichen, copyright hinweis, copyrightvermerk, urheberrechtshinweis, signatur des künstlers",
    imitation:
      "gefälscht, gefälschte, gefälschter, gefälschtes, gefälschten, nachgemacht, nachgemachte, nachgemachtes, fälschung von, plagiat, exakte kopie, identische kopie | kopie, replik, imitat",
    resale:
      "zum {verkaufen/verkauf}, die ich verkaufen kann, das ich verkaufen kann, für meinen {shop/onlineshop/laden}, {ohne/keine} lizenz, unlizenziert, unlizenzierte",
    brand: "micky maus, minnie maus, pumuckl, biene maja",
    weapon:
      "bombe, bomben, sprengstoff, sprengsatz, handgranate, giftgas, nervengas, molotowcocktail, rohrbomben, nagelbombe, sprengfalle, sprengsätze, schalldämpfer, chrystal meth, crystal meth, methamphetamin, rizin, sarin, zünder",
  },
  "nacktschnecke, nacktschnecken, nackte wand, nackte wände, nackte bäume, nackter fels, nackte füße, nackten füßen, nacktmull, nacktem oberkörper, nackter oberkörper, ausziehen der {schuhe/jacke/jacken/stiefel}, blutbad tomaten, bombe surprise",
);
