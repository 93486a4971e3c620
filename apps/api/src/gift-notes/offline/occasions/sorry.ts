import { near, polite, teasable } from '../circles.ts'
import type { Material } from '../material.ts'

// An apology has no "but" and no "if you felt". It says that it was wrong, and asks for nothing.
export const sorry: Material = {
  openings: [
    {
      in: ['warm', 'heartfelt'],
      say: [
        '{I’m|We’re} sorry{, name}.',
        '{I|We} got it wrong{, name}, and {I’m|we’re} sorry.',
        'You deserved better than that{, name}. {I’m|We’re} sorry.',
        'There’s no clever way to put it{, name}: {I’m|we’re} sorry.',
      ],
    },
    {
      in: ['heartfelt', 'comforting'],
      say: [
        '{I’ve|We’ve} gone over it many times{, name}, and it always ends the same way: {I’m|we’re} sorry.',
        'What happened has been weighing on {me|us}{, name}. {I’m|We’re} so sorry.',
      ],
    },
    {
      in: ['playful'],
      to: [...near, 'colleague', 'neighbour', 'couple', 'team'],
      say: [
        'The flowers drew the short straw{, name}. They’ve come to say sorry.',
        'Exhibit A{, name}: one bunch of remorse. {I’m|We’re} sorry.',
        '{I’m|We’re} sorry{, name}. {I|We} asked the florist for their most contrite.',
      ],
    },
    {
      in: ['cheeky'],
      to: [...teasable],
      say: [
        'You were right{, name}. I’ll say it only the once.',
        'All right{, name}. I was an idiot, and here’s the paperwork.',
        'Sorry{, name}. I’ve no defence, and believe me, I looked for one.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'I’m sorry, my love. I hate that I hurt you.',
        'I’m sorry{, name}. You’re the last person I’d ever want to let down.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['I’m sorry{, name}. You matter to me, and I didn’t show it.'] },
    {
      in: ['poetic'],
      say: [
        'Words went out of {me|us} that ought to have stayed in{, name}. {I’m|We’re} sorry.',
        'A gate got slammed{, name}. {I’m|We’re} sorry, and it’s open again from this side.',
      ],
    },
    {
      in: ['grateful'],
      say: [
        '{I’m|We’re} sorry{, name}, and grateful that you told {me|us}.',
        'Thank you for your patience{, name}. {I’m|We’re} sorry it was needed.',
      ],
    },
    {
      in: ['encouraging'],
      say: [
        '{I’m|We’re} sorry{, name}, and {I mean|we mean} to do better.',
        'It went wrong{, name}, {I know|we know} why, and {I’m|we’re} sorry.',
      ],
    },
    { in: ['classic'], say: ['With {my|our} apologies{, name}.', '{I am|We are} truly sorry{, name}.'] },
    {
      in: ['formal'],
      say: [
        'Please accept {my|our} sincere apologies{, name}.',
        '{I wish|We wish} to apologise{, name}.',
        '{I|We} offer {my|our} unreserved apology{, name}.',
      ],
    },
    {
      in: ['formal', 'classic', 'warm'],
      to: polite,
      say: ['{I’m|We’re} sorry{, name}. It shouldn’t have happened, and it won’t again.'],
    },
    {
      in: ['warm', 'heartfelt', 'encouraging'],
      say: [
        '{I was|We were} wrong{, name}, and {I|we} knew it before the door had closed.',
        '{I|We} let you down{, name}, and {I’m|we’re} sorry.',
        'This should have come sooner{, name}. {I’m|We’re} sorry.',
      ],
    },
  ],
  middles: [
    {
      in: ['warm', 'heartfelt', 'encouraging'],
      say: [
        'You don’t have to forgive it today, or say anything at all.',
        'There’s no excuse coming. It was wrong, and it hurt.',
        '{I should|We should} have listened. {I’m|We’re} listening now.',
        'It mattered to you, and that should have been enough.',
      ],
    },
    {
      in: ['comforting', 'heartfelt'],
      say: [
        'What you felt made sense. Please know it was heard.',
        'Take whatever time you like. {I’ll|We’ll} be here at the end of it.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: [...near, 'colleague', 'neighbour', 'couple', 'team'],
      say: [
        'Sentencing suggestions are welcome. So is coffee.',
        'A full inquiry was held. It took about a minute.',
        'Lessons were learned, and then learned again, to be safe.',
      ],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: [
        'I’d rather be wrong beside you than right on my own.',
        'The other side of the bed is a long way off when we’ve quarrelled.',
      ],
    },
    { in: ['romantic'], to: ['someone'], say: ['I’d like the chance to make it right, if you’ll have it.'] },
    {
      in: ['poetic'],
      say: [
        'These will fade in a week or so. The regret may take longer.',
        'May what was bent grow straight again, in its own season.',
      ],
    },
    {
      in: ['grateful'],
      say: ['You could have walked away, and you talked instead.', 'It can’t have been easy to say. It needed saying.'],
    },
    {
      in: ['encouraging'],
      say: ['Saying it is the easy part. The rest {I’ll|we’ll} show you.', 'It’s worth mending, and {I|we} intend to.'],
    },
    {
      in: ['classic'],
      say: [
        'It was never meant, and it is very much regretted.',
        '{I hope|We hope} you can find it in you to forgive.',
      ],
    },
    {
      in: ['formal'],
      say: ['It fell short of what you had every right to expect.', 'The fault was entirely {mine|ours}.'],
    },
    {
      in: ['formal', 'classic', 'warm'],
      to: ['client'],
      say: [
        'You trusted {me|us} with it, and it was {my|our} job to get it right.',
        '{I|We} have put right what {I|we} can, and would like to know what else would help.',
      ],
    },
    {
      in: ['warm', 'heartfelt', 'comforting', 'classic'],
      say: [
        'You were owed kindness, and you got the other thing.',
        'It keeps coming back to {me|us}, and so it should.',
        'You’ve been more patient about it than most would be.',
      ],
    },
  ],
  closings: [
    {
      in: ['warm', 'heartfelt', 'comforting'],
      say: ['{I’ll|We’ll} do better.', 'Whenever you’re ready.', 'You matter, and {I’m|we’re} sorry it didn’t show.'],
    },
    { in: ['heartfelt', 'warm'], to: near, say: ['{I love|We love} you, and that hasn’t moved.'] },
    { in: ['playful', 'cheeky'], say: ['Truce?', 'Coffee? {My|Our} shout, for about a year.'] },
    { in: ['romantic'], to: ['partner'], say: ['Come and find me when you’re ready.', 'I love you. I’m sorry.'] },
    { in: ['romantic'], to: ['someone'], say: ['I hope we can talk.'] },
    { in: ['poetic'], say: ['The door’s on the latch.', 'May there be better weather after this.'] },
    { in: ['grateful', 'encouraging'], say: ['Thank you for hearing it.', 'It’ll be different from here.'] },
    { in: ['classic'], say: ['With {my|our} sincere apologies.', 'With regret, and with hope.'] },
    { in: ['formal'], say: ['With {my|our} sincere regret.', '{I|We} would welcome the chance to make amends.'] },
    {
      in: ['playful', 'cheeky'],
      to: near,
      say: ['Forgive {me|us}, or at least keep the vase.', 'You may bring it up at dinner. Once.'],
    },
    {
      in: ['warm', 'heartfelt', 'classic'],
      say: ['Thank you for reading this far.', 'The rest {I’d|we’d} rather say in person.'],
    },
    { in: ['warm', 'heartfelt', 'comforting'], to: near, say: ['{I miss|We miss} you.'] },
  ],
  lines: [
    {
      in: ['warm', 'heartfelt', 'classic', 'comforting', 'encouraging'],
      say: [
        '{I’m|We’re} sorry{, name}. No buts.',
        'Sorry{, name}. Truly.',
        '{I|We} got it wrong{, name}. Sorry.',
        '{I’m|We’re} sorry{, name}, and {I’m|we’re} here.',
      ],
    },
    {
      in: ['playful', 'cheeky'],
      to: [...near, 'colleague', 'neighbour'],
      say: ['Sorry{, name}. These are prettier than {my|our} excuses.', 'Mea culpa{, name}. Friends?'],
    },
    {
      in: ['romantic'],
      to: ['partner'],
      say: ['I’m sorry, my love. Come back to bed.', 'I’m sorry{, name}. I love you.'],
    },
    { in: ['romantic'], to: ['someone'], say: ['I’m sorry{, name}. I’d like to make it up to you.'] },
    { in: ['poetic'], say: ['An apology{, name}, with its hat in its hands.'] },
    { in: ['grateful'], say: ['Sorry{, name}, and thank you for your patience.'] },
    {
      in: ['formal', 'classic'],
      say: ['With sincere apologies{, name}.', 'Please accept {my|our} apologies{, name}.'],
    },
    {
      in: ['warm', 'heartfelt', 'classic', 'encouraging'],
      say: ['That was unfair{, name}. {I’m|We’re} sorry.', '{I|We} let you down{, name}. Sorry.'],
    },
  ],
}
