// What few queries need comes when one does: what is near, other spellings, marks on the page that a result leads to.
import { further } from './further.js'
import { highlighter } from './highlight.js'

window.handbookSearch('more', { further, highlighter })
