import { writeList } from "./write-list.ts";

/** A start in French, of what may stand readable here. */
export const french = writeList(
  "built-in-fr",
  "fr",
  {
    "intimate-imagery":
      "déshabille la, déshabille le, enlève ses vêtements, enlever ses vêtements, retire ses vêtements, {enlève/enlever/retire/retirer/supprime/supprimer} {ses/leurs/tous ses/les} vêtements, {déshabille/déshabiller} {cette/ma/mon/elle}, sous sa {jupe/robe}, à travers {ses vêtements/sa robe} | à son insu, sans son {consentement/accord}",
    sexual:
      "photo de nu, photos de nus, nudes, entièrement nue, complètement nue, toute nue, tout nu, scène de sexe, rapport sexuel, strip tease, striptease, pornographique, pornographiques | érotique, érotiques, érotisme, non {censuré/censurée}",
    deepfake: "hypertrucage, faux nu, fausse photo nue | échange de visage, échanger les visages",
    hate: "race supérieure, race inférieure, sous homme, sous hommes, salut {nazi/hitlérien}, suprémacisme blanc, la shoah {est un mensonge/n'a jamais existé}, négationnisme | caricature raciste, raciste, antisémite, croix gammée, croix gammées",
    violence:
      "décapitation, décapité, décapitée, tête coupée, tête tranchée, corps démembré, corps mutilé, démembrement, éventré, éventrée, scène de torture, scènes de torture, {corps/cadavre/cadavres} {démembré/démembrés/mutilé/mutilés}, automutilation, film snuff, {tripes/viscères} {à l'air/qui sortent}, fusillade dans une école | bain de sang, mutilé, mutilée, scène d'exécution",
    illegal:
      "bombe artisanale, fausse monnaie, faux billets, faux passeport, fausse carte d'identité, fabriquer une bombe, carte de crédit volée",
    infringement:
      "enlever le filigrane, supprimer le filigrane, retirer le filigrane, sac contrefait, copie pirate | contrefaçon",
    minor:
      "enfant, enfants, bébé, bébés, fillette, fillettes, petite fille, petites filles, petit garçon, petits garçons, mineur, mineure, mineurs, mineures, écolière, écolières, adolescente, adolescentes, {de/âgée de/âgé de/a} {1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/deux/trois/quatre/cinq/six/sept/huit/neuf/dix/onze/douze/treize/quatorze/quinze/seize} ans, écolier, écoliers, élève de {primaire/maternelle/cp/collège}, collégien, collégienne, lycéen, lycéenne, nourrisson, petite {nièce/sœur/cousine}, petit {neveu/frère/cousin} | gamin, gamine, adolescent, nièce, neveu, élève, élèves",
    "real-person":
      "mon ex, ma collègue, mon collègue, ma voisine, ma prof, ma patronne, ma sœur, célébrité, célébrités, actrice, chanteuse, politicien, politicienne, président, présidente, ministre, premier ministre, première dame, mon {ex copine/ex femme/amie/voisin/patron/professeur}, ma {copine/cousine/belle sœur/camarade/camarade de classe/belle mère}, {femme/homme/personne/fille} sur {cette/la/ma} photo",
    person: "femme, femmes, homme, hommes, fille, filles, dame, dames, personne, personnes, couple, copine, épouse",
    nakedness:
      "nue, nues, homme nu, hommes nus, corps nu, garçon nu, dénudé, dénudée, sans vêtements, sans habits, seins nus",
    "exposing-verb": "déshabiller, déshabille, déshabillée, dénuder, en sous vêtements",
    "deceptive-verb":
      "fausse interview, faux discours, faux aveux, fausse photo, fausse vidéo, se faire passer pour, tromper les électeurs, faire croire que, {photo/image/vidéo} {truquée/trafiquée/falsifiée}, {fausse/fausses} {photos/vidéos/déclaration/arrestation/preuve/actualité}, pour {tromper/faire croire/duper}, imiter {sa/la} voix, cloner {sa/la} voix, plus vrai que nature",
    hostility:
      "tuez tous, mort aux, exterminer, gazer, vermine, sont des parasites, sont des animaux, {sont/tous} {de la vermine/des rats/des animaux/des cafards/des sous hommes/des parasites/des chiens}, dehors les, hors de france, {rentrez/retournez} {chez vous/dans votre pays}, doivent {mourir/être expulsés/être exterminés/disparaître}, {interdit/interdits} aux, à mort les, expulser tous",
    "protected-group":
      "juifs, musulmans, arabes, noirs, immigrés, migrants, réfugiés, étrangers, homosexuels, gays, lesbiennes, roms, handicapés",
    making: "comment fabriquer, comment faire une, recette pour, instructions pour, mode d'emploi pour",
    art: "tableau de, peinture de, statue, marbre, sculpture, musée, de modigliani, de manet",
    harm: "poignardé, poignarder, étranglé, étrangler, torturé, torturer, égorgé, égorger, pendu, exécuté, assassiné, écorché, décapiter, mutiler, démembrer, éventrer",
    trade: "vendre, vends, vend, vente de, à vendre, trafic de, dealer",
    drug: "cocaïne, héroïne, crystal meth, méthamphétamine, ecstasy, lsd, kétamine, fentanyl, drogue",
    forging: "faux, fausse, fausses, falsifier, falsifié, falsifiée, contrefaire, contrefait",
    document:
      "passeport, passeports, carte d'identité, permis de conduire, acte de naissance, ordonnance, billets de banque, billets, certificat médical, certificat de vaccination, carte vitale, relevé bancaire",
    removal: "enlève, enlever, retire, retirer, supprime, supprimer, efface, effacer",
    watermark: "filigrane, filigranes, mention de copyright, signature de l'artiste",
    imitation:
      "contrefaçon, contrefaçons, contrefait, contrefaits, copie {exacte/identique}, faux sac | copie, réplique, imitation, faux, fausse",
    resale: "à vendre, pour {vendre/la revente/ma boutique/mon magasin}, que je {peux/puisse} vendre, sans licence",
    brand: "mickey, astérix, tintin",
    weapon: "bombe, bombes, explosif, explosifs, grenade, gaz neurotoxique, cocktail molotov",
  },
  "pieds nus, pied nu, à l'œil nu, œil nu, mains nues, main nue, tête nue, arbre nu, arbres nus, mur nu, murs nus, mise à nu, lèvres nude, bombe de bain, grenade fruit, jus de grenade, bombe {de/au} chocolat, bombe glacée, bombe de peinture, bombe à eau",
);
