import { writeList } from "./write-list.ts";

/** A start in French, of what may stand readable here. */
export const french = writeList(
  "built-in-fr",
  "fr",
  {
    "intimate-imagery":
      "déshabille la, déshabille le, enlève ses vêtements, enlever ses vêtements, retire ses vêtements | à son insu",
    sexual:
      "photo de nu, photos de nus, nudes, entièrement nue, complètement nue, toute nue, tout nu, scène de sexe, rapport sexuel | érotique, érotiques, érotisme",
    deepfake: "hypertrucage, faux nu, fausse photo nue | échange de visage, échanger les visages",
    hate: "race supérieure, race inférieure, sous homme, sous hommes | caricature raciste, raciste, antisémite",
    violence:
      "décapitation, décapité, décapitée, tête coupée, tête tranchée, corps démembré, corps mutilé, démembrement, éventré, éventrée | bain de sang, mutilé, mutilée",
    illegal:
      "bombe artisanale, fausse monnaie, faux billets, faux passeport, fausse carte d'identité, fabriquer une bombe, carte de crédit volée",
    infringement:
      "enlever le filigrane, supprimer le filigrane, retirer le filigrane, sac contrefait, copie pirate | contrefaçon",
    minor:
      "enfant, enfants, bébé, bébés, fillette, fillettes, petite fille, petites filles, petit garçon, petits garçons, mineur, mineure, mineurs, mineures, écolière, écolières, adolescente, adolescentes | gamin, gamine, adolescent",
    "real-person":
      "mon ex, ma collègue, mon collègue, ma voisine, ma prof, ma patronne, ma sœur, célébrité, célébrités, actrice, chanteuse, politicien, politicienne, président, présidente, ministre, premier ministre, première dame",
    person: "femme, femmes, homme, hommes, fille, filles, dame, dames, personne, personnes, couple, copine, épouse",
    nakedness:
      "nue, nues, homme nu, hommes nus, corps nu, garçon nu, dénudé, dénudée, sans vêtements, sans habits, seins nus",
    "exposing-verb": "déshabiller, déshabille, déshabillée, dénuder, en sous vêtements",
    "deceptive-verb":
      "fausse interview, faux discours, faux aveux, fausse photo, fausse vidéo, se faire passer pour, tromper les électeurs, faire croire que",
    hostility: "tuez tous, mort aux, exterminer, gazer, vermine, sont des parasites, sont des animaux",
    "protected-group":
      "juifs, musulmans, arabes, noirs, immigrés, migrants, réfugiés, étrangers, homosexuels, gays, lesbiennes, roms, handicapés",
    making: "comment fabriquer, comment faire une, recette pour, instructions pour, mode d'emploi pour",
    art: "tableau de, peinture de, statue, marbre, sculpture, musée, de modigliani, de manet",
    weapon: "bombe, bombes, explosif, explosifs, grenade, gaz neurotoxique, cocktail molotov",
  },
  "pieds nus, pied nu, à l'œil nu, œil nu, mains nues, main nue, tête nue, arbre nu, arbres nus, mur nu, murs nus, mise à nu, lèvres nude, bombe de bain, grenade fruit, jus de grenade, bombe {de/au} chocolat, bombe glacée, bombe de peinture, bombe à eau",
);
