// What few queries need comes when one does: what is near, other spellings, marks on the page that a result leads to.
import { highlighter } from './highlight.js'
import { nearest } from './nearest.js'
import { plainly, spellings } from './spellings.js'

window.handbookSearch('more', { highlighter, nearest, plainly, spellings })
