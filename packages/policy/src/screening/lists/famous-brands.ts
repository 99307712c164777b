/** Marks and characters that their owners let others use for money only: nothing alone, and half of a combination. */
export const famousBrands = `nike, adidas, gucci, prada, louis vuitton, chanel, rolex, hermes bag+, birkin, cartier, dior, versace,
  balenciaga, burberry, ray ban, omega watch, patek philippe, air jordan+, yeezy, tiffany ring+, north face, lacoste, supreme hoodie+,
  disney, pixar, marvel, pokemon, nintendo, lego, barbie, microsoft, iphone+, coca cola, pepsi, starbucks, mcdonalds, red bull,
  mickey mouse, minnie mouse, donald duck, winnie the pooh, hello kitty, peppa pig, pikachu, super mario, sonic the hedgehog,
  spider man, spiderman, batman, superman, iron man, star wars, darth vader, yoda, harry potter, hogwarts, homer simpson,
  bart simpson, spongebob, snoopy, garfield the cat, paw patrol, minions, shrek, totoro, sailor moon, dragon ball`;
