import { configFolders } from './conventions/config-folders.ts'
import { directoryDepth } from './conventions/directory-depth.ts'
import { fileNames } from './conventions/file-names.ts'
import { forbiddenWords } from './conventions/forbidden-words.ts'
import { frontMatter } from './conventions/front-matter.ts'
import { imageSize } from './conventions/image-size.ts'
import { imagesFolder } from './conventions/images-folder.ts'
import { listed } from './conventions/listed.ts'
import { localImages } from './conventions/local-images.ts'
import type { Rule } from './rule.ts'
import { duplicateChapter } from './rules/duplicate-chapter.ts'
import { fullWidthPunctuation } from './rules/full-width-punctuation.ts'
import { headingOrder } from './rules/heading-order.ts'
import { missingHtmlFile, missingHtmlId } from './rules/html-references.ts'
import { largeImage } from './rules/large-image.ts'
import { linkText } from './rules/link-text.ts'
import { mergeConflict } from './rules/merge-conflict.ts'
import { missingAlt } from './rules/missing-alt.ts'
import { pageLanguage } from './rules/page-language.ts'
import { tableHeaders } from './rules/table-headers.ts'
import { unreachablePage } from './rules/unreachable-page.ts'
import { unusedFile } from './rules/unused-file.ts'

/** Everything that `check` looks for beyond what a build reports. */
export const RULES: readonly Rule[] = [
  mergeConflict,
  duplicateChapter,
  unreachablePage,
  unusedFile,
  largeImage,
  missingHtmlFile,
  missingHtmlId,
  fullWidthPunctuation,
  missingAlt,
  linkText,
  headingOrder,
  tableHeaders,
  pageLanguage,
  directoryDepth,
  imagesFolder,
  fileNames,
  configFolders,
  localImages,
  listed,
  imageSize,
  forbiddenWords,
  frontMatter,
]
