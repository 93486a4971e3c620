import { articles } from './article.ts'

/** How to keep things alive, or at least presentable. */
export const care = articles('care', [
  {
    slug: 'caring-for-cut-flowers',
    title: 'Caring for cut flowers',
    summary: 'Five minutes when they arrive and one minute a day. Most of it is clean water.',
    tint: 'sage',
    author: 'Tess Vale',
    tags: ['Cut flowers'],
    publishedDaysAgo: 120,
    products: ['stoneware-vase', 'florists-secateurs'],
    picture: {
      presentation: 'vase',
      vase: 'glass',
      recipe: { 'snapdragon-pink': 3, 'rose-cream': 4, 'lisianthus-blush': 4, fern: 3 },
    },
    alt: 'Pink snapdragons, cream roses and blush lisianthus with fern in a glass vase',
    text: `
      A cut flower dies of three things: thirst, dirt and heat. Everything below is about one of them.

      ## When they arrive

      1. **Wash the vase.** Properly, with hot water and soap. If you wouldn’t drink from it, neither will they.
      2. **Strip the leaves** that would stand under water. They rot, the water clouds, and bacteria block the stems.
      3. **Cut two centimetres off each stem**, on a slant, with a sharp knife or secateurs. A slant drinks more, and
         the stem can’t stand flat on the bottom and seal itself.
      4. **Straight into water.** A cut stem takes up air within a minute or two. Cool water for most; lukewarm for
         peonies and roses.
      5. **Use the sachet** if there is one. It holds sugar to eat, acid to help the water rise, and something against
         bacteria. Half a sachet is worse than none: follow the line on the packet.

      ## Every day

      Top up. Every second day, change the water altogether and take a few millimetres off the stems. It takes a
      minute and it doubles the life of the bunch.

      Take out what has finished. A dying flower gives off ethylene, which tells the others to die too.

      ## Where to put them

      Out of direct sun, out of draughts, off the heater and the television. Not beside the fruit bowl: ripe bananas
      and apples give off the same ethylene. At night, the coolest room you have. Flowers that sleep in the laundry
      last days longer than flowers that sleep in the lounge.

      ## The exceptions

      - **Poppies** have seared ends. Don’t recut them.
      - **Tulips, gerberas, ranunculus and anemones** like it shallow: five to ten centimetres of water.
      - **Hydrangeas** drink through their heads. If they faint, put the whole flower under cold water for an hour.
      - **Woody stems**, such as waratah or lilac, want a clean cut with secateurs. Don’t hammer them; it crushes what
        they drink through.
      - **Daffodils** leak sap that harms others. Give them six hours by themselves first.

      ## If something wilts

      A rose with a bent neck has an air lock. Cut it again under water, wrap the head upright in newspaper and stand
      it in deep lukewarm water for two hours. It works more often than not. If it doesn’t, and it’s within three
      days, tell us.
    `,
  },
  {
    slug: 'flowers-on-a-forty-degree-day',
    title: 'Flowers on a forty-degree day',
    summary: 'What travels, what doesn’t, and why we may ring you to suggest Thursday.',
    tint: 'clay',
    author: 'Wren',
    tags: ['Delivery', 'Seasons'],
    publishedDaysAgo: 290,
    changedDaysAgo: 20,
    products: ['banksia-walk', 'zinnia-riot', 'succulent-bowl'],
    picture: {
      presentation: 'bunch',
      ribbon: 'orange',
      recipe: { 'zinnia-coral': 5, 'zinnia-yellow': 4, 'zinnia-magenta': 4, 'sunflower-yellow': 3 },
    },
    alt: 'Zinnias in coral, yellow and magenta with sunflowers, tied with an orange ribbon',
    text: `
      Melbourne passes thirty-five on nine or ten days a year and forty on two or three. On those days a bouquet can go
      from perfect to soup in the time it takes to park.

      ## What we do

      The van is held at eleven degrees. On hot days we start the run at six, carry everything in water, and leave
      nothing at a door that faces north or west. If nobody is home and there is no deep shade, the flowers come back
      to the shop and we ring you. There is no second fee for that.

      Chocolates travel with an ice brick. We won’t send them at all above forty.

      If you have ordered something that can’t take it, sweet peas or hydrangeas, say, Ada will ring and suggest another
      day or another flower. You choose.

      ## What copes

      **Anything native to somewhere harsh.** Banksia, protea, leucadendron, kangaroo paw, billy buttons.

      **Zinnias and sunflowers**, which like it.

      **Moth orchids and anthuriums**, whose idea of comfort is a greenhouse.

      **Succulents**, clearly.

      ## What doesn’t

      Sweet peas, peonies, hydrangeas, poppies, garden roses, and anything with a petal you could read through. In
      water, indoors, they’ll manage. In a car, they won’t. Twenty minutes on a back seat is enough.

      ## At home

      - Move them to the coolest room before you go to work, and close the curtains.
      - Fill the vase to the top. They can drink a litre a day.
      - A few ice cubes in the water help for an hour or two and look kind.
      - An air conditioner is fine; its draught isn’t. Put the vase where you can’t feel it blow.
      - Don’t spray the petals in the heat. Wet petals mark, and in still, warm rooms they grow grey mould by morning.

      ## Plants

      Water early in the morning, not at noon. A plant that droops at three in the afternoon and stands again at eight
      isn’t thirsty, it is resting. If it’s still down at breakfast, it is thirsty.

      Pull pots back from the glass. On a forty-degree day a north windowsill can pass fifty, and that cooks roots.
    `,
  },
  {
    slug: 'water-less-look-more',
    title: 'Water less, look more',
    summary: 'Most houseplants are drowned by people who love them. A finger is the only instrument you need.',
    tint: 'butter',
    author: 'Tess Vale',
    tags: ['Plants'],
    publishedDaysAgo: 150,
    products: ['peace-lily-in-terracotta', 'zz-plant-for-dark-corners', 'devils-ivy-going-places'],
    picture: { presentation: 'pot', pot: 'terracotta', recipe: { 'peace-lily': 1 } },
    alt: 'A peace lily with white flowers in a terracotta pot',
    text: `
      People bring us yellow plants and say they have tried everything. They have: water, then more water, then food.
      Here is the dull truth. Roots need air as much as they need water, and soil that is always wet has none.

      ## The finger

      Push a finger into the soil to the second joint. If it feels cool and soil sticks to it, walk away. If it’s dry,
      water until it runs out of the bottom, wait ten minutes, and tip out the saucer.

      That is the method. It beats an app, a meter and a timetable, because it asks the plant and not the calendar. A
      plant in a bright window in January may drink twice a week. The same plant in July may want a glass a month.

      ## How to read one

      **Yellow lower leaves, soft soil:** too wet. Let it dry right out.

      **Brown crisp edges:** too dry, or dry air from a heater.

      **Long gaps between leaves, leaning:** not enough light. Move it closer to the window; turn it a quarter each
      week.

      **Pale patches or scorch marks:** too much sun, too suddenly.

      **Small black flies:** fungus gnats. They breed in wet soil. Let the top dry, and they go.

      **Drooping all at once:** pick up the pot. If it’s light, water it. If it’s heavy, it’s drowning, and more water
      will finish the job.

      ## Light is the food

      Fertiliser isn’t food; light is. A plant in a dark hall doesn’t want feeding, it wants a window. Feed at half
      the strength on the packet, from September to March, when it is growing, and not at all in winter.

      ## Pots

      A plant wants a pot two or three centimetres wider than its roots, no more. A small plant in a big pot sits in a
      swamp. There has to be a hole. Decorative pots without one are for hiding a plastic pot in.

      ## If you go away

      Water well, move everything back from the glass and into one group, and go. Two weeks is nothing to most of
      them. What kills plants over Christmas isn’t thirst, it is the neighbour who was told *a bit every day*.
    `,
  },
  {
    slug: 'how-to-dry-a-bunch',
    title: 'How to dry a bunch',
    summary: 'Dark, dry, upside down, three weeks. And which flowers are worth the coat hanger.',
    tint: 'blush',
    author: 'Tess Vale',
    tags: ['Dried flowers', 'Natives'],
    publishedDaysAgo: 205,
    products: ['lavender-cut-today', 'banksia-walk', 'bunny-tails-dried'],
    picture: {
      presentation: 'bunch',
      ribbon: 'straw',
      recipe: { 'everlasting-pink': 8, 'statice-purple': 5, wheat: 7, 'bunny-tail': 8 },
    },
    alt: 'Pink paper daisies, purple statice, wheat and bunny tails tied with straw-coloured ribbon',
    text: `
      Our roof space is hot, dark and dry, and from January it is full of flowers hanging by their feet. A wardrobe
      does the same job.

      ## Before they fade

      The commonest mistake is to start too late. Dry a flower at its best, or just before. One that has begun to go in
      the vase will only go on going, in brown.

      ## The method

      1. Strip the leaves. They hold water, and shrivel to nothing anyone wants.
      2. Tie eight or ten stems together with a rubber band, not string. Stems shrink as they dry, and string lets go
         at two in the morning.
      3. Hang them head down in a dark, airy place. Dark keeps the colour; air keeps off mould. Head down keeps necks
         straight.
      4. Wait two to three weeks. They’re done when a stem snaps.

      ## What dries well

      - **Statice, everlastings, billy buttons, bunny tails.** They are half dry already.
      - **Lavender.** Cut it when the lowest flowers on the spike have opened.
      - **Banksia, protea, leucadendron, gum.** Don’t hang them; leave them standing and let the vase run dry.
      - **Hydrangea**, but only late, in March, when the petals feel like paper. Stand the stem in two centimetres of
        water and don’t top it up.
      - **Roses**, if you catch them half open. They darken: red goes to black, pink to old rose.
      - **Rice flower and wheat.** Easy.

      ## What doesn’t

      Tulips, poppies, sweet peas, lilies and anything else with thin, wet petals. You’ll get tissue. Poppy *pods*, on
      the other hand, are the best thing in the roof.

      ## Keeping them

      Out of direct sun, which bleaches everything to straw in a summer. Away from steam, so not the bathroom. Dust
      with a hairdryer on cool, from a metre away.

      ## And then let go

      Dried flowers aren’t for ever. After two years they are mostly dust with good memories. Ours go on the compost
      under the lemon tree, where they do very well.
    `,
  },
  {
    slug: 'the-vase-does-half-the-work',
    title: 'The vase does half the work',
    summary: 'How tall, how wide, how heavy. And why the jam jar so often wins.',
    tint: 'lilac',
    author: 'Ada Marsh',
    tags: ['Cut flowers'],
    publishedDaysAgo: 101,
    products: ['stoneware-vase', 'kitchen-table', 'olive-and-white'],
    picture: {
      presentation: 'vase',
      vase: 'ivory',
      recipe: { 'rose-peach': 5, 'ranunculus-apricot': 5, 'stock-white': 3, 'cider-gum': 3 },
    },
    alt: 'Peach roses, apricot ranunculus and white stock with gum in a speckled ivory vase',
    text: `
      People apologise for their arranging when it is their vase that is at fault. A wide, straight bowl will defeat
      anyone. A narrow neck makes twelve stems stand up by themselves.

      ## How tall

      The flowers should stand about one and a half times the height of the vase above its rim. For a bunch of forty
      centimetres that means a vase of sixteen to twenty. Taller and the flowers look drowned; shorter and it falls
      over.

      Cut the stems to suit the vase. It hurts the first time. A short, full bunch lasts longer as well, because the
      water has less far to climb.

      ## How wide

      Put finger and thumb round the stems where they are tied. That is the neck you want, plus a finger. If all you
      have is wider, make a grid of clear tape across the mouth, two strips each way, and put the stems through the
      squares. Nobody sees it.

      ## How heavy

      Sunflowers, waratahs, proteas and branches need stoneware or thick glass. If you aren’t sure, put clean pebbles
      in the bottom.

      ## Glass or not

      In glass you see the stems, which is lovely for tulips and means that the water has to be clean. Anything opaque
      is kinder to flowers and to people who forget: algae need light.

      Old crystal may hold lead, and metal vases react with flower food. Stand a jar inside.

      ## Three that are enough

      1. A **jug**, about twenty centimetres, with a belly. It takes any bunch of ours, tie and all.
      2. A **tall, narrow** one, thirty or more, for gladioli, delphiniums and one good branch.
      3. A **bud vase**, or a row of bottles, for the last three stems of everything.

      And a jam jar. It has the right neck, the right height and no pretensions, and if you give it away with the
      flowers in it nobody has to bring it back.

      ## Cleaning the one you can’t get a hand in

      Warm water, a spoon of bicarbonate of soda and a splash of vinegar; wait until it stops fizzing. Then a handful of
      uncooked rice, a little water, and shake. Rinse well. A dirty vase costs you three days of flowers.
    `,
  },
])
