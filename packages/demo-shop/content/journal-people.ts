import { articles } from './article.ts'

/** About the people who send, grow and receive. */
export const journalPeople = articles('journal', [
  {
    slug: 'flowers-for-someone-grieving',
    title: 'Flowers for someone grieving',
    summary: 'What to send, when to send it, and what to leave off the card.',
    tint: 'clay',
    author: 'Ada Marsh',
    tags: ['Hard days', 'Cards'],
    publishedDaysAgo: 16,
    products: ['for-the-quiet-house', 'quiet-white', 'peace-lily-in-terracotta'],
    picture: {
      presentation: 'vase',
      vase: 'glass',
      recipe: { 'lisianthus-white': 6, 'hydrangea-white': 2, olive: 3 },
    },
    alt: 'White lisianthus and hydrangeas with olive leaves in a clear glass vase',
    text: `
      People ring us about this more than about weddings. They are usually worried about getting it wrong. Here is
      what we have learned from delivering to those houses.

      ## When

      There is no wrong week. In the first few days the house fills up: flowers, food, shoes in the hall. Yours will be
      welcome, and one of many.

      The flowers people tell us about afterwards are the ones that came three weeks later, when the visitors had gone
      home. If you have missed the funeral, you haven’t missed anything.

      ## What

      Something that stands in its own water. By the third day there isn’t a vase left in the house, and there is
      nobody with the strength to look for one. A small arrangement in glass is kinder than a large bouquet in paper.

      White is safe and not compulsory. If she grew dahlias, send dahlias. If he wore terrible orange shirts, we will
      find the orange.

      Leave out lilies unless you are certain. Some people can’t separate the scent from the day, and they are deadly to
      cats.

      A pot plant is a good thought for someone who would rather not watch anything else die. A peace lily asks for very
      little.

      ## Customs differ

      Jewish families don’t usually have flowers at a funeral or while sitting shiva; send food, or give to a charity
      they name. Many Muslim families prefer simplicity, so ask. In Chinese and Vietnamese families white and yellow
      chrysanthemums are right, and red is not. If you aren’t sure, ring us, and if we aren’t sure we will ask
      somebody who is.

      ## What to write

      Short. Their name, the name of the person who died, and yours. The name matters: people become careful about
      saying it, and it is the word the family most wants to read.

      *I’m thinking of you, and of Marek. Love, Jo.*

      A small memory, if you have one. *He taught me to reverse a trailer.*

      Leave out *at least*, in any sentence. Leave out *everything happens for a reason*. Leave out *let me know if
      there’s anything I can do*, which is a kindness and also a task. Say what you will do instead: *I’m bringing
      soup on Thursday. I’ll leave it at the door.*

      ## At the door

      Wren knocks once and leaves quietly. If there are cars outside for the service, she waits or comes back. The
      photograph we take to prove delivery goes to you and shows only the flowers.
    `,
  },
  {
    slug: 'a-morning-in-monbulk',
    title: 'A morning in Monbulk',
    summary: 'Three rows of peonies and one very wet dog.',
    tint: 'lilac',
    author: 'Tess Vale',
    tags: ['Peonies', 'Growers'],
    publishedDaysAgo: 32,
    products: ['saturday-peonies', 'white-wednesday', 'hill-honey'],
    picture: {
      presentation: 'bunch',
      recipe: { 'peony-pink': 5, 'peony-white': 3, fern: 3 },
    },
    alt: 'Pink and white peonies with fern tied with twine',
    text: `
      It is ten past five and four degrees. The dog is already in the dam.

      We have come up to see the peonies, because it is the third week of October and the first ones are cut this
      morning. Monbulk is forty kilometres from Rose Street and about three weeks behind it. There is fog lying in the
      bottom of the paddock, and mountain ash standing in the top of it.

      ## Three rows

      There are three rows, eighty metres each. That is all. They were planted in 1998 by a man who had been told it
      was too warm here. A peony needs a cold winter, weeks of it under about seven degrees, before it will flower at
      all. The hills just manage it. Melbourne doesn’t, which is why yours in Northcote is a nice green shrub.

      It takes five years from planting to the first proper cut, and then, if nobody moves it, fifty years of flowers.
      There are peonies in Europe older than anyone’s grandmother. The man has since died. His daughter cuts them now.
      They don’t know the difference, she says, but she does.

      ## The squeeze

      She goes along the row with a hand out, squeezing every bud. Marble: leave it. Marshmallow: cut. It takes about
      a second each, and there are four thousand buds, and a bud can go from one to the other between six in the
      morning and noon. On a hot day they walk the rows three times.

      I try it. I pick nine marshmallows. She looks through them and hands two back without a word.

      Each plant keeps half its stems, always. A peony that is cut bare sulks for two years.

      ## The ants

      There are ants on everything. The old story is that a peony can’t open without them. It isn’t so: they come for
      the sugar that beads on the bud, and in exchange they see off other insects. We shake them off over the grass. A
      few travel to Fitzroy each year and, as far as we know, do well.

      ## By seven

      By seven there are eleven buckets in the van. The fog has gone. The dog gets in last, with most of the dam, and
      sits on the invoice.

      At half past eight the first bunch is tied on Rose Street. It takes twelve minutes. After all that, it seems only
      polite to put nothing else with them.
    `,
  },
  {
    slug: 'what-to-write-on-the-card',
    title: 'What to write on the card',
    summary: 'Fourteen lines, about thirty letters each. You won’t need them all.',
    tint: 'butter',
    author: 'Tess Vale',
    tags: ['Cards'],
    publishedDaysAgo: 41,
    products: ['letterpress-card', 'rose-street-bunch'],
    picture: {
      presentation: 'wrapped',
      paper: 'ivory',
      ribbon: 'coral',
      recipe: { 'ranunculus-yellow': 5, 'ranunculus-pink': 4, 'freesia-white': 4, 'wax-pink': 3 },
    },
    alt: 'Yellow and pink ranunculus with white freesias in ivory paper',
    text: `
      We print about ninety cards a week and read every one, because the software that checks whether they fit doesn’t
      know whether they are spelled right. Here is what we have noticed.

      ## Shorter is better

      The best cards are two sentences: one true thing and one wish. *You made the cake, drove the bus and cried at
      the right time. Thank you.* Nobody ever wished a card were longer.

      ## One particular thing

      *You’re the best mum in the world* could be for anyone’s mum. *Sixty springs, and you still plant everything a
      fortnight early* could only be for one. Put in a thing that only you two know, and you may leave out every
      adjective.

      ## For particular days

      **A birthday.** Their age only if they are proud of it. Skip the joke about being old; they have had it.

      **A new baby.** Write to the parents, not to the baby. Spell the name the way they do. If you’re not certain,
      leave it off: *welcome, small person* is always right.

      **Thank you.** Say for what. *Thank you for everything* thanks them for nothing in particular.

      **Sorry.** Say it once, for a named thing, with no *but* and no *if*. *I’m sorry I forgot.* Then stop. Flowers
      don’t make an apology, but they hold the door open for one.

      **Get well.** Don’t ask for a reply. *No need to answer* is a present by itself.

      **Someone has died.** That needs a page of its own: see [Flowers for someone grieving](/journal/flowers-for-someone-grieving).

      ## No name on it

      You may leave your name off, and we will never tell them, nor what it cost. Please only do it if it will be a
      pleasure to wonder. For people who have reason to be afraid of someone, an unsigned bunch is not a pleasure.

      ## If you are stuck

      There is a button that says *Help me write*. It asks who they are to you and how it should sound, and gives you
      drafts made by software. They’re a start. Change something in it, even one word, so that it is yours.

      Or write what you would say if they opened the door and you were standing there. That is, after all, what you are
      doing.
    `,
  },
])
