/**
 * Holders of high office and entertainers whom the whole world knows: real people, which is nothing alone. Nobody who leads a
 * private life stands here.
 */
export const publicFigures = `joe biden, donald trump, barack obama, michelle obama, melania trump, kamala harris, hillary clinton, bill
  clinton, george w bush, vladimir putin, xi jinping, volodymyr zelensky, emmanuel macron, angela merkel, olaf
  scholz, friedrich merz, keir starmer, rishi sunak, boris johnson, justin trudeau, narendra modi, benjamin
  netanyahu, recep tayyip erdogan, kim jong un, giorgia meloni, pedro sanchez, ursula von der leyen, lula da
  silva, javier milei, king charles, prince william, kate middleton, prince harry, meghan markle, pope francis,
  elon musk, mark zuckerberg, jeff bezos, bill gates, taylor swift, beyonce, rihanna, lady gaga, ariana grande,
  billie eilish, selena gomez, justin bieber, ed sheeran, kim kardashian, kylie jenner, oprah winfrey, emma
  watson, scarlett johansson, tom hanks, tom cruise, brad pitt, angelina jolie, leonardo dicaprio, jennifer
  lawrence, natalie portman, zendaya, margot robbie, dwayne johnson, will smith, keanu reeves, lionel messi,
  cristiano ronaldo, serena williams, lebron james, obama, putin, zelensky, merkel, macron, netanyahu, biden,
  trump, musk`;
