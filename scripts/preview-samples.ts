// The text of the sample pages, as the renderer of Markdown would give it.

interface Content {
  readonly title: string
  readonly content: string
  readonly toc: readonly {
    readonly id: string
    readonly text: string
    readonly children: readonly {
      readonly id: string
      readonly text: string
      readonly children: readonly never[]
    }[]
  }[]
  readonly chapters: readonly string[]
}

const entry = (
  id: string,
  text: string,
  ...children: readonly [string, string][]
): Content['toc'][number] => ({
  id,
  text,
  children: children.map(([inner, words]) => ({ id: inner, text: words, children: [] })),
})

const anchor = (id: string): string =>
  `<a class="heading-anchor" href="#${id}" aria-hidden="true" tabindex="-1"></a>`

const callouts = (titles: readonly string[], text: string): string =>
  ['note', 'tip', 'important', 'warning', 'caution']
    .map(
      (kind, index) =>
        `<div class="callout callout-${kind}" role="note"><p class="callout-title">${titles[index]}</p><p>${text}</p></div>`,
    )
    .join('\n')

const sample = `<pre tabindex="0"><code class="language-ts lang-ts hljs"><span class="hljs-comment">// How many seeds fit in a row</span>
<span class="hljs-keyword">export</span> <span class="hljs-keyword">function</span> <span class="hljs-title function_">seedsPerRow</span>(<span class="hljs-params"><span class="hljs-attr">lengthCm</span>: <span class="hljs-built_in">number</span>, spacingCm = <span class="hljs-number">8</span></span>): <span class="hljs-built_in">number</span> {
  <span class="hljs-keyword">if</span> (spacingCm &lt;= <span class="hljs-number">0</span>) <span class="hljs-keyword">throw</span> <span class="hljs-keyword">new</span> <span class="hljs-title class_">RangeError</span>(<span class="hljs-string">\`Expected a distance, found <span class="hljs-subst">\${spacingCm}</span>, which is none at all for any kind of seed\`</span>)
  <span class="hljs-keyword">return</span> <span class="hljs-title class_">Math</span>.<span class="hljs-title function_">floor</span>(lengthCm / spacingCm)
}
</code></pre>`

const shell = `<pre tabindex="0"><code class="language-console lang-console hljs"><span class="hljs-meta">$ </span>sow --row 3 --seeds 24
<span class="hljs-meta">$ </span>water --litres 2
done
</code></pre>`

const diff = `<pre tabindex="0"><code class="language-diff lang-diff hljs"><span class="hljs-deletion">- spacing: 8</span>
<span class="hljs-addition">+ spacing: 10</span>
  depth: 2
</code></pre>`

export const english: Content = {
  title: 'Sowing carrots',
  chapters: [
    'Welcome',
    'Spring',
    'Preparing the bed',
    'Sowing carrots',
    'Seed catalogue',
    'Summer',
  ],
  toc: [
    entry('soil', 'The soil', ['depth', 'How deep'], ['stones', 'Stones and roots']),
    entry('planner', 'A planner in code'),
    entry('table', 'When to sow'),
    entry('advice', 'Advice'),
    entry('lists', 'Lists of all kinds'),
  ],
  content: `<h1 id="sowing">Sowing carrots${anchor('sowing')}</h1>
<p>Carrots are patient plants. They want a deep, loose bed, a little sun and to be left alone; transplanting them is the surest way to grow forks instead of roots. This chapter follows one row from the packet to the plate, and <a href="long.html">the next</a> takes up <em>thinning</em> and <strong>watering</strong>.</p>
<h2 id="soil">The soil${anchor('soil')}</h2>
<p>Dig once, in autumn, and let the frost do the rest. In spring a rake is enough. If you press a finger into the bed and it goes in to the second joint without effort, the bed is ready<sup class="footnote-ref"><a href="#fn_1" id="reffn_1">1</a></sup>. Run <code>soil --check</code> or press <kbd>Ctrl</kbd> + <kbd>K</kbd> when in doubt.</p>
<h3 id="depth">How deep${anchor('depth')}</h3>
<p>Two centimeters for early sorts, three for late ones. Deeper seeds come up late or not at all.</p>
<blockquote><p>A gardener who looks for carrots every day harvests them every day, and has none in August.</p></blockquote>
<h3 id="stones">Stones and roots${anchor('stones')}</h3>
<p>Every stone makes a fork. Take out what is larger than a walnut and leave the rest. Sieving is for those who have time.</p>
<h2 id="planner">A planner in code${anchor('planner')}</h2>
<p>The distance between two seeds depends on the sort.</p>
${sample}
<p>On the command line:</p>
${shell}
<p>What changed since last year:</p>
${diff}
<h2 id="table">When to sow${anchor('table')}</h2>
<div class="table-wrap" tabindex="0"><table>
<thead><tr><th scope="col">Sort</th><th scope="col" class="align-right">Spacing</th><th scope="col" class="align-center">Month</th><th scope="col">Remarks</th></tr></thead>
<tbody><tr><td>Early Nantes</td><td class="align-right">5 cm</td><td class="align-center">March</td><td>Under fleece; the first to eat in June.</td></tr>
<tr><td>Autumn King</td><td class="align-right">8 cm</td><td class="align-center">May</td><td>Keeps in sand until spring.</td></tr>
<tr><td>Purple Haze</td><td class="align-right">6 cm</td><td class="align-center">April</td><td>Loses its color when cooked: eat it raw.</td></tr></tbody>
</table></div>
<h2 id="advice">Advice${anchor('advice')}</h2>
${callouts(['Note', 'Tip', 'Important', 'Warning', 'Caution'], 'Seeds older than three years come up <a href="long.html">unevenly</a>: sow <code>2×</code> as many.')}
<h2 id="lists">Lists of all kinds${anchor('lists')}</h2>
<ul><li>A rake, for the last finger's breadth of soil</li><li>A string and two sticks<ul><li>the string longer than the row</li><li>the sticks straight</li></ul></li><li>Patience</li></ul>
<ol><li>Draw a furrow.</li><li><p>Sow thinly.</p><p>Mixing the seed with dry sand helps.</p></li><li>Cover, press, water.</li></ol>
<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked aria-label="Done">Order seed</li><li class="task-list-item"><input type="checkbox" disabled aria-label="To do">Sharpen the hoe</li></ul>
<dl><dt>Furrow</dt><dd>A shallow line drawn with the edge of a hoe.</dd><dt>Fleece</dt><dd>A light cloth against frost and flies.</dd></dl>
<figure><img src="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%20width='520'%20height='160'%3E%3Crect%20width='520'%20height='160'%20fill='%23dfe9d5'/%3E%3Cpath%20d='M40%20110q110-60%20220%200t220%200'%20stroke='%23688b4a'%20stroke-width='6'%20fill='none'/%3E%3C/svg%3E" alt="A row of earth between two paths" width="520" height="160"><figcaption>Figure 1. The row, seen from the south</figcaption></figure>
<details><summary>For the curious</summary><p>Wild carrots are white.</p></details>
<section class="footnotes" aria-label="Footnotes"><ol><li id="fn_1"><p>My grandmother's test. It has never failed. <a class="footnote-backref" href="#reffn_1" aria-label="Back to the text">↩</a></p></li></ol></section>`,
}

export const chinese: Content = {
  title: '播种胡萝卜',
  chapters: ['写在前面', '春天', '整理菜地', '播种胡萝卜', '种子目录', '夏天'],
  toc: [
    entry('soil', '土壤', ['depth', '播多深'], ['stones', '石头与树根']),
    entry('planner', '用代码计划'),
    entry('table', '什么时候播种'),
    entry('advice', '几点建议'),
  ],
  content: `<h1 id="sowing">播种胡萝卜${anchor('sowing')}</h1>
<p>胡萝卜是一种有耐心的植物。它想要一块又深又松的地、一点阳光，然后就不想被打扰了——移栽是让它长出“分叉”的最好办法。本章跟着一行胡萝卜，从种子袋一直走到餐桌；<a href="long.html">下一章</a>再谈<em>间苗</em>与<strong>浇水</strong>，并介绍 TypeScript 写的小工具 v2.0……</p>
<h2 id="soil">土壤${anchor('soil')}</h2>
<p>秋天深翻一次，剩下的交给霜冻。到了春天，一把耙子就够了。把手指按进土里，能毫不费力地没过第二个关节，地就准备好了<sup class="footnote-ref"><a href="#fn_1" id="reffn_1">1</a></sup>。拿不准的时候，运行 <code>soil --check</code>，或者按下 <kbd>Ctrl</kbd> + <kbd>K</kbd> 查一查第3章的表格。</p>
<h3 id="depth">播多深${anchor('depth')}</h3>
<p>早熟品种播 2 厘米，晚熟品种播 3 厘米。播得太深，出苗很晚，甚至不出苗。</p>
<blockquote><p>天天去看胡萝卜的人，天天都有收获，到了八月就什么也没有了。</p></blockquote>
<h3 id="stones">石头与树根${anchor('stones')}</h3>
<p>每一块石头都会造成一个分叉。比核桃大的捡出来，其余的留着。</p>
<h2 id="planner">用代码计划${anchor('planner')}</h2>
<p>两粒种子之间的距离取决于品种。</p>
${sample}
<h2 id="table">什么时候播种${anchor('table')}</h2>
<div class="table-wrap" tabindex="0"><table>
<thead><tr><th scope="col">品种</th><th scope="col" class="align-right">株距</th><th scope="col" class="align-center">月份</th><th scope="col">备注</th></tr></thead>
<tbody><tr><td>早南特</td><td class="align-right">5 厘米</td><td class="align-center">三月</td><td>盖无纺布，六月最先上桌。</td></tr>
<tr><td>秋王</td><td class="align-right">8 厘米</td><td class="align-center">五月</td><td>埋在沙里，可以存到来年春天。</td></tr></tbody>
</table></div>
<h2 id="advice">几点建议${anchor('advice')}</h2>
${callouts(['说明', '提示', '重要', '警告', '危险'], '放了三年以上的种子出苗<a href="long.html">不整齐</a>，用量请加到 <code>2×</code>。')}
<ul><li>一把耙子，整理最上面的一指土</li><li>一根绳子和两根木棍</li><li>耐心</li></ul>
<section class="footnotes" aria-label="脚注"><ol><li id="fn_1"><p>这是祖母的办法，从来没有失手过。<a class="footnote-backref" href="#reffn_1" aria-label="返回正文">↩</a></p></li></ol></section>`,
}

export const arabic: Content = {
  title: 'زراعة الجزر',
  chapters: ['مقدمة', 'الربيع', 'تجهيز الحوض', 'زراعة الجزر', 'قائمة البذور', 'الصيف'],
  toc: [entry('soil', 'التربة'), entry('planner', 'مخطط بسيط')],
  content: `<h1 id="sowing">زراعة الجزر${anchor('sowing')}</h1>
<p>الجزر نبات صبور. يريد تربة عميقة مفككة وقليلًا من الشمس ثم أن يُترك وشأنه، ونقل الشتلات هو أضمن طريق للحصول على جذور متفرعة. راجع <a href="long.html">الفصل التالي</a>.</p>
<h2 id="soil">التربة${anchor('soil')}</h2>
<p>احرث مرة واحدة في الخريف ودع الصقيع يكمل العمل. شغّل <code>soil --check</code> عند الشك.</p>
<ul><li>مشط للتربة</li><li>خيط وعصوان</li></ul>
<h2 id="planner">مخطط بسيط${anchor('planner')}</h2>
${sample}
${callouts(['ملاحظة', 'نصيحة', 'مهم', 'تحذير', 'تنبيه'], 'البذور التي يزيد عمرها على ثلاث سنوات تنبت بشكل متفاوت.')}`,
}
