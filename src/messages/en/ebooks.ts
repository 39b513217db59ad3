// What makes an ebook less than its site, or impossible.
import type { Lists, Numbers, Said, Texts } from '../said.ts'

/** What is found while an ebook is made. */
export const ebooks = {
  'ebook/unknown-language': ({
    language,
    languages,
  }: Texts<'language'> & Lists<'languages'>): Said => [
    `The book has no language "${language}"`,
    languages.length < 2 ? 'Leave --language out' : `It has ${languages.join(', ')}`,
  ],
  'ebook/unknown-chapter': ({ only, count }: Texts<'only'> & Numbers<'count'>): Said => [
    `There is no chapter "${only}"`,
    `--only takes the file of a page, or numbers from 1 to ${count}, such as 2 or 2-4; commas stand between several`,
  ],
  'ebook/no-alternative': ({ standard }: Texts<'standard'>): Said => [
    `The standard ${standard} wants a text for this picture that says what it shows`,
    'Write it between the brackets: ![a pond with reeds](pond.png); or say in "pdf.missingAlternative" what stands for it',
  ],
  'ebook/missing-glyph': ({ character, code }: Texts<'character' | 'code'>): Said => [
    `No font of this machine has "${character}" (${code})`,
    'Install a font that has it, and make the PDF again',
  ],
  'ebook/no-font': ({ language, font }: Texts<'language' | 'font'>): Said => [
    `No font of this machine is made for the language "${language}"`,
    `Install one, such as ${font}`,
  ],
  'ebook/no-compiler': ({ name }: Texts<'name'>): Said => [
    `The site offers no PDF: ${name}, which sets its pages, is not installed`,
    `npm install ${name}`,
  ],
  'ebook/not-set': ({ reason }: Texts<'reason'>): Said => `The PDF could not be made: ${reason}`,
  'ebook/left-out': {
    frame: ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'embedded page')} cannot be shown in an ebook`,
      'A link stands in its place',
    ],
    film: ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'film')} cannot be shown in an ebook`,
      'A link stands in its place',
    ],
    sound: ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'sound')} cannot be played in an ebook`,
      'A link stands in its place',
    ],
    object: ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'embedded object')} cannot be shown in an ebook`,
      'A link stands in its place',
    ],
    form: ({ count }: Numbers<'count'>): Said =>
      `${pieces(count, 'part')} of a form cannot be used in an ebook and ${count === 1 ? 'is' : 'are'} left out`,
    script: ({ count }: Numbers<'count'>): Said =>
      `${pieces(count, 'script')} cannot run in an ebook and ${count === 1 ? 'is' : 'are'} left out`,
    'web-picture': ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'picture')} of other sites ${count === 1 ? 'is' : 'are'} only a link in the ebook`,
      'Put the file into the book, and it is shown',
    ],
    'picture-format': ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'picture')} ${count === 1 ? 'has' : 'have'} a format that readers of ebooks do not know`,
      'PNG, JPEG, GIF, WebP and SVG are shown',
    ],
    'broken-picture': ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'picture')} cannot be read: ${count === 1 ? 'its file is' : 'their files are'} cut off or damaged`,
      'Save the picture again from where it came',
    ],
    'file-link': ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'link')} to files of the site ${count === 1 ? 'leads' : 'lead'} nowhere in the ebook`,
      'With "siteUrl" in book.json such links lead to the site',
    ],
    style: ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'part')} of a style sheet cannot be had in an ebook and ${count === 1 ? 'is' : 'are'} left out`,
      'Ebooks have rules for elements, media and fonts, and files of the book',
    ],
    unscaled: (): Said => [
      'The pictures of the ebook are as large as they were: what makes them smaller is not installed',
      'npm install @silvia-odwyer/photon-node',
    ],
    'pdf-style': ({ count }: Numbers<'count'>): Said => [
      `${pieces(count, 'style sheet')} cannot be used for a PDF, which is not made of HTML`,
      'The settings "pdf" of book.json choose paper, margins, fonts and running lines',
    ],
  },
} as const

function pieces(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
