import { test } from 'vitest'
import { plug } from './plug.ts'
const cases: [string, object?][] = [
 ["A\n\n{% exercise %}\nDeclare `x` [a](b.md)\n{% initial %}\nvar a =\n{% solution %}\nvar a = {{b}}\n{% validation %}\n  assert(a)\n{% endexercise %}\nafter *x*"],
 ["{% hint style='danger' %}\nText **b**\n\n- x\n{% endhint %}\nafter"],
 ["- item\n\n  {% hint style='info' %}\n  in list\n  {% endhint %}\n  more\n- b"],
 ["> {% hint %}\n> quoted\n> {% endhint %}\n> more *x*"],
 ["{% hint %}inline{% endhint %} after"],
 ["{% codetabs name=\"Py\", type=\"py\" -%}\nmsg = \"{{x}}\"\n{%- language name=\"JS\", type=\"js\" -%}\nvar m\n{%- endcodetabs %}\nend"],
 ["{% method -%}\n## Ins\n\nText\n{% sample lang=\"js\" -%}\n```js\nx\n```\n{% common -%}\nAll\n{% endmethod %}\nend"],
 ["{% embed url=\"https://x.org/a?b=c\" %}\n\n{% embed url=\"https://y\" caption=\"Cap\" %}"],
 ["{% content-ref url=\"a.md\" %}\n[a.md](a.md)\n{% endcontent-ref %}\n\n{% page-ref page=\"b/c.md\" %}"],
 ["{% tabs %}\n{% tab title=\"A & B\" %}\n*one*\n{% endtab %}\n\n{% tab title=\"C\" %}\n```js\nlet x = '{{ y }}'\n```\n{% endtab %}\n{% endtabs %}\nafter"],
 ["{% code title=\"a.js\" %}\n```js\nx\n```\n{% endcode %}\n\n{% code language=\"js\" %}var x{% endcode %}"],
 ["[import:2-3, title:\"T\"](../a.js)\n\n* x\n\n  [import](../a.js)\n\n[import](../no.js)\n\n```\n[import](../a.js)\n```", {plugins:['include-codeblock'],files:{'a.js':'one\ntwo\nthree\n'}}],
 ["[import:\"m\"](/a.js)\n{% codesnippet \"/a.js\", lines=\"1:1\" %}{% endcodesnippet %}", {plugins:['include-codeblock'],files:{'a.js':'one\n//! [m]\nIN\n//! [m]\nthree\n'}}],
 ["Inline $$a_b{{c}}$$ and\n\n$$\nx_1 *y* \\\\\n$$\n\n`$$no$$`", {plugins:['katex']}],
 ["<!--sec data-title=\"My 'T'\" data-id=\"s\" data-show=true ces-->\n*x*\n<!--endsec-->\n\n```\n<!--sec data-title=\"My\" ces-->\n```", {plugins:['sectionx']}],
 ["{% em type=\"green\" %}green *x*{% endem %} {% youtube %}abc{% endyoutube %} {% math %}a_b{% endmath %}"],
 ["{% file src=\"../a b.zip\" %}\nThe zip\n{% endfile %}\n\n{% lightbox url=\"/a.png\", title=\"T\" %}\n\n{% video src=\"a.mp4\" %}\n\n{% filename %}x.js{% endfilename %}\n```js\nx\n```"],
 ["{% unknown %}\nabc\n{% endunknown %}\n\n{% hint %}\nno end"],
]
test.each(cases)('%#', async (source, options) => {
  const r = await plug(source, options as never)
  console.log('=====\n' + source + '\n-----\n' + r.html + '\n' + JSON.stringify([r.problems, r.origins, r.reads]))
})
