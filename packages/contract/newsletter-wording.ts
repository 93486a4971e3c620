// No schema library here: the pages that show these words download nothing but them.

/** The words somebody agrees to; what she read is kept as the proof of it. */
export const newsletterWording =
  'Send me Flora’s letter by e-mail, twelve times a year. I can stop it with one click in every letter.'
