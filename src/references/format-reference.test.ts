import { describe, expect, test } from 'vitest';
import { parseBibliography } from './bibliography.ts';
import type { Edition } from './citation-style.ts';
import { formatReference } from './format-reference.ts';

function format(bib: string, edition: Edition): string {
  const { entries, problems } = parseBibliography({ file: 'references.bib', text: bib }, edition);
  expect(problems).toEqual([]);
  return formatReference([...entries.values()][0]!, { edition, form: 'numeric' });
}

const ljungqvist =
  '@book{k, author={扬奎斯特 and 萨金特}, title={递归宏观经济理论}, translator={杨斌 and 王忠玉 and 陈彦斌 and 李俊}, edition={2}, address={北京}, publisher={中国人民大学出版社}, year={2010}, pages={798}}';
const yu =
  '@article{k, author={于潇 and 刘义 and 柴跃廷 and 孙宏波}, title={互联网药品可信交易环境中主体资质审核备案模式}, journal={清华大学学报（自然科学版）}, year={2012}, volume={52}, number={11}, pages={1518--1523}}';
const praetzellis =
  '@book{k, author={Praetzellis, Adrian}, title={Death by theory: a tale of mystery and archaeological theory}, edition={Rev. ed.}, publisher={Rowman \\& Littlefield Publishing Group, Inc.}, year={2011}, pages={13}, url={http://lib.myilibrary.com/Open.aspx?id=293666}, urldate={2012-07-26}}';

/** Printed lists of the styles “GB/T 7714—2015/2025（顺序编码，双语）” of zotero-chinese/styles. */
describe('as printed by zotero-chinese/styles', () => {
  const printed: [Edition, string, string][] = [
    [
      '2015',
      ljungqvist,
      '扬奎斯特, 萨金特. 递归宏观经济理论[M]. 杨斌, 王忠玉, 陈彦斌, 等, 译. 2 版. 北京: 中国人民大学出版社, 2010: 798.',
    ],
    [
      '2025',
      ljungqvist,
      '扬奎斯特，萨金特. 递归宏观经济理论[M]. 杨斌，王忠玉，陈彦斌，等，译. 2 版. 北京：中国人民大学出版社，2010：798.',
    ],
    [
      '2015',
      yu,
      '于潇, 刘义, 柴跃廷, 等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版）, 2012, 52(11): 1518-1523.',
    ],
    [
      '2025',
      yu,
      '于潇，刘义，柴跃廷，等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版），2012，52（11）：1518-1523.',
    ],
    [
      '2025',
      praetzellis,
      'Praetzellis A. Death by theory: a tale of mystery and archaeological theory[M/OL]. Rev. ed. Rowman & Littlefield Publishing Group, Inc.，2011：13. http://lib.myilibrary.com/Open.aspx?id=293666.',
    ],
    [
      '2025',
      '@book{k, author={博伯尔}, title={银行业的未来与人工智能}, translator={徐超}, address={北京}, publisher={清华大学出版社}, year={2023}, pages={35}}',
      '博伯尔. 银行业的未来与人工智能[M]. 徐超，译. 北京：清华大学出版社，2023：35.',
    ],
    [
      '2025',
      '@book{k, author={図書館用語辞典編集委員会}, langid={japanese}, title={最新図書館用語大辞典}, address={東京}, publisher={柏書房株式会社}, year={2004}, pages={154}}',
      '図書館用語辞典編集委員会. 最新図書館用語大辞典[M]. 東京：柏書房株式会社，2004：154.',
    ],
    [
      '2025',
      '@book{k, author={Boobier, Tony}, title={AI and the future of banking}, address={Chichester}, publisher={John Wiley \\& Sons}, year={2020}, pages={35}}',
      'Boobier T. AI and the future of banking[M]. Chichester：John Wiley & Sons，2020：35.',
    ],
    [
      '2025',
      '@article{k, author={Кочетков, А. Я.}, title={Молибден-медно-золото-порфировое месторождение Рябиновое}, journal={Отечественная геология}, year={1993}, number={7}, pages={50--58}}',
      'Кочетков А Я. Молибден-медно-золото-порфировое месторождение Рябиновое[J]. Отечественная геология，1993（7）：50-58.',
    ],
    [
      '2025',
      '@article{k, title={Coffee drinking and cancer of the pancreas}, journal={Br Med J}, year={1981}, volume={283}, number={6292}, pages={628}}',
      'Coffee drinking and cancer of the pancreas[J]. Br Med J，1981，283（6292）：628.',
    ],
    [
      '2025',
      '@incollection{k, author={李约瑟}, title={题词}, editor={苏克福 and 管成学 and 邓明鲁}, booktitle={苏颂与《本草图经》研究}, address={长春}, publisher={长春出版社}, year={1991}, pages={扉页}}',
      '李约瑟. 题词[M]//苏克福，管成学，邓明鲁. 苏颂与《本草图经》研究. 长春：长春出版社，1991：扉页.',
    ],
    [
      '2025',
      '@phdthesis{k, author={Gross, Oskar}, title={Word associations as a language model for generative and creative tasks}, address={Helsinki}, school={University of Helsinki}, year={2016}, pages={55--56}, url={http://urn.fi/URN:ISBN:978-951-51-2090-8}}',
      'Gross O. Word associations as a language model for generative and creative tasks[D/OL]. Helsinki：University of Helsinki，2016：55-56. http://urn.fi/URN:ISBN:978-951-51-2090-8.',
    ],
    [
      '2025',
      '@phdthesis{k, author={刘乃安}, title={生物质材料热解失重动力学及其分析方法研究}, address={合肥}, school={中国科学技术大学}, year={2000}, pages={17-18}, url={https://d.wanfangdata.com.cn/thesis/Y351065}, doi={10.7666/d.y351065}}',
      '刘乃安. 生物质材料热解失重动力学及其分析方法研究[D/OL]. 合肥：中国科学技术大学，2000：17-18. https://d.wanfangdata.com.cn/thesis/Y351065. DOI:10.7666/d.y351065.',
    ],
  ];
  test.each(printed)('%s %s', (edition, bib, expected) => expect(format(bib, edition)).toBe(expected));
});

/** `tests/testfiles/2015-numeric.tlg` and `2025-numeric.tlg` of zepinglee/gbt7714-bibtex-style, examples of the standard. */
describe('as printed by zepinglee/gbt7714-bibtex-style', () => {
  const printed: [Edition, string, string][] = [
    [
      '2015',
      '@proceedings{k, editor={牛志明 and 斯温兰德 and 雷光春}, title={综合湿地管理国际研讨会论文集}, address={北京}, publisher={海洋出版社}, year={2012}}',
      '牛志明, 斯温兰德, 雷光春. 综合湿地管理国际研讨会论文集[C]. 北京: 海洋出版社, 2012.',
    ],
    [
      '2015',
      '@book{k, author={王夫之}, title={宋论}, edition={刻本}, address={金陵}, publisher={湘乡曾国荃}, year={1865（清同治四年）}}',
      '王夫之. 宋论[M]. 刻本. 金陵: 湘乡曾国荃, 1865（清同治四年）.',
    ],
    [
      '2015',
      '@book{k, author={赵学功}, title={当代美国外交}, address={北京}, publisher={社会科学文献出版社}, year={2001}, urldate={2014-06-11}, url={http://www.cadal.zju.edu.cn/book/trySinglePage/33023884/1}}',
      '赵学功. 当代美国外交[M/OL]. 北京: 社会科学文献出版社, 2001[2014-06-11]. http://www.cadal.zju.edu.cn/book/trySinglePage/33023884/1.',
    ],
    [
      '2015',
      '@book{k, author={Peebles, Jr., Peyton Z.}, title={Probability, random variables, and random signal principles}, edition={Fourth}, address={New York}, publisher={McGraw-Hill}, year={2001}}',
      'PEEBLES P Z, Jr. Probability, random variables, and random signal principles[M]. 4th ed. New York: McGraw-Hill, 2001.',
    ],
    [
      '2015',
      '@incollection{k, author={Roberson, J. Alan and Burneson, Eric G.}, title={Drinking water standards, regulations, and goals}, editor={{American Water Works Association}}, booktitle={Water quality \\& treatment: a handbook on drinking water}, edition={Sixth}, address={New York}, publisher={McGraw-Hill}, year={2011}, pages={1.1-1.36}, urldate={2012-12-10}, url={http://lib.myilibrary.com/Open.aspx?id=291430}}',
      'ROBERSON J A, BURNESON E G. Drinking water standards, regulations, and goals[M/OL]//American Water Works Association. Water quality & treatment: a handbook on drinking water. 6th ed. New York: McGraw-Hill, 2011: 1.1-1.36[2012-12-10]. http://lib.myilibrary.com/Open.aspx?id=291430.',
    ],
    [
      '2015',
      '@article{k, author={Frese, Karen S. and Katus, Hugo A. and Meder, Benjamin}, title={Next-generation sequencing: from understanding biology to personalized medicine}, journal={Biology}, year={2013}, volume={2}, number={1}, pages={378--398}, urldate={2013-03-19}, url={http://www.mdpi.com/2079-7737/2/1/378}, doi={10.3390/biology2010378}}',
      'FRESE K S, KATUS H A, MEDER B. Next-generation sequencing: from understanding biology to personalized medicine[J/OL]. Biology, 2013, 2(1): 378-398[2013-03-19]. http://www.mdpi.com/2079-7737/2/1/378. DOI:10.3390/biology2010378.',
    ],
    [
      '2015',
      '@article{k, author={Kanamori, Hiroo}, title={Shaking without quaking}, journal={Science}, year={1998}, volume={279}, number={5359}, pages={2063}}',
      'KANAMORI H. Shaking without quaking[J]. Science, 1998, 279(5359): 2063.',
    ],
    [
      '2015',
      '@report{k, author={中国互联网络信息中心}, title={第 29 次中国互联网络发展状况统计报告}, date={2012-01-16}, urldate={2013-03-26}, url={http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680}}',
      '中国互联网络信息中心. 第 29 次中国互联网络发展状况统计报告[R/OL]. (2012-01-16)[2013-03-26]. http://www.cnnic.net.cn/hlwfzyj/hlwxzbg/201201/P020120709345264469680.',
    ],
    [
      '2015',
      '@online{k, author={Bawden, David}, title={Origins and concepts of digital literacy}, date={2008-05-04}, urldate={2013-03-08}, url={http://www.soi.city.ac.uk/~dbawden/digital%20literacy%20chapter.pdf}}',
      'BAWDEN D. Origins and concepts of digital literacy[EB/OL]. (2008-05-04)[2013-03-08]. http://www.soi.city.ac.uk/~dbawden/digital%20literacy%20chapter.pdf.',
    ],
    [
      '2015',
      '@patent{k, author={Tachibana, Ryuki and Shimizu, Shuhichi and Kobayashi, Seiji and Nakamura, Taiga}, title={Electronic watermarking method and system}, number={US6915001}, date={2005-07-05}, urldate={2013-11-11}, url={http://www.google.co.in/patents/US6915001}}',
      'TACHIBANA R, SHIMIZU S, KOBAYASHI S, et al. Electronic watermarking method and system: US6915001[P/OL]. 2005-07-05[2013-11-11]. http://www.google.co.in/patents/US6915001.',
    ],
    [
      '2015',
      '@standard{k, author={全国信息与文献标准化技术委员会}, title={信息与文献\\quad 都柏林核心元数据元素集}, number={GB/T 25100—2010}, address={北京}, publisher={中国标准出版社}, year={2010}, pages={2--3}}',
      '全国信息与文献标准化技术委员会. 信息与文献\u3000都柏林核心元数据元素集: GB/T 25100—2010[S]. 北京: 中国标准出版社, 2010: 2-3.',
    ],
    [
      '2025',
      '@article{k, entrysubtype={newspaper}, author={丁文详}, title={数字革命与竞争国际化}, journal={中国青年报}, date={2000-11-20}, pages={15}}',
      '丁文详. 数字革命与竞争国际化[N]. 中国青年报，2000-11-20（15）.',
    ],
    [
      '2025',
      '@article{k, author={张群 and 程志宝 and 石志飞}, title={惯性增强动力吸振器-浮置板轨道低频减振性能研究}, journal={铁道学报}, date={2024-05-09}, url={https://kns.cnki.net/kcms/detail/11.2104.u.20240507.1737.002.html}}',
      '张群，程志宝，石志飞. 惯性增强动力吸振器-浮置板轨道低频减振性能研究[J/OL]. 铁道学报，2024-05-09. https://kns.cnki.net/kcms/detail/11.2104.u.20240507.1737.002.html.',
    ],
    [
      '2025',
      '@article{k, author={久保智康}, title={花枝蝶鸟方镜的镜范：以平安后期的铜镜制作工艺为中心}, translator={顾幼静}, journal={东方博物}, year={2009}, number={1}, pages={85--92}}',
      '久保智康. 花枝蝶鸟方镜的镜范：以平安后期的铜镜制作工艺为中心[J]. 顾幼静，译. 东方博物，2009（1）：85-92.',
    ],
    [
      '2025',
      '@inproceedings{k, author={裴丽生}, title={在中国科协学术期刊编辑工作经验交流会上的讲话}, editor={中国科学技术协会}, booktitle={中国科协学术期刊编辑工作经验交流会资料选}, address={北京}, publisher={中国科学技术协会学会工作部}, year={1981}, pages={2--10}}',
      '裴丽生. 在中国科协学术期刊编辑工作经验交流会上的讲话[C]//中国科学技术协会. 中国科协学术期刊编辑工作经验交流会资料选. 北京：中国科学技术协会学会工作部，1981：2-10.',
    ],
    [
      '2025',
      '@thesis{k, type={phdthesis}, author={王琦}, title={融合星载GNSS-R和SAR数据的高时空分辨率土壤湿度反演方法研究}, location={武汉}, institution={武汉大学}, date={2022}, pages={87}}',
      '王琦. 融合星载GNSS-R和SAR数据的高时空分辨率土壤湿度反演方法研究[D]. 武汉：武汉大学，2022：87.',
    ],
    [
      '2025',
      '@techreport{k, author={汤万金 and 杨跃翔 and 刘文 and 郑建国 and 王赟松}, title={人体安全重要技术标准研制最终报告}, number={7178999X-2006BAK04A10/10.2013}, date={2013-09-30}, url={http://www.nstrs.cn/xiangxiBG.aspx?id=41707}}',
      '汤万金，杨跃翔，刘文，等. 人体安全重要技术标准研制最终报告：7178999X-2006BAK04A10/10.2013[R/OL]. 2013-09-30. http://www.nstrs.cn/xiangxiBG.aspx?id=41707.',
    ],
    [
      '2025',
      '@standard{k, author={全国信息与文献标准化技术委员会}, title={信息与文献\\quad 资源描述}, number={GB/T 3792—2021}, year={2021}}',
      'GB/T 3792—2021\u3000信息与文献\u3000资源描述[S].',
    ],
    [
      '2025',
      '@patent{k, author={邓一刚}, title={全智能节电器}, number={CN200610171314.3}, date={2008-01-16}, pages={8-9}}',
      '邓一刚. 全智能节电器：CN200610171314.3[P]. 2008-01-16：8-9.',
    ],
    [
      '2025',
      '@online{k, title={中国国家博物馆}, urldate={2025-05-06}, url={https://www.chnmuseum.cn/}}',
      '中国国家博物馆[EB/OL]. [2025-05-06]. https://www.chnmuseum.cn/.',
    ],
    [
      '2025',
      '@online{k, title={许振超：“好好干，当一个好工人”}, date={2025-02-17}, urldate={2025-06-22}, url={http://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html}}',
      '许振超：“好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. http://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.',
    ],
    [
      '2025',
      '@dataset{k, author={周壮 and 李盛阳 and 吴薇 and 郭威龙}, title={天宫二号遥感图像自然景物分类数据集}, version={V1.0}, publisher={国家基础学科公共科学数据中心}, date={2023-09-10}, urldate={2025-07-15}, url={https://www.nbsdc.cn/general/dataLinks/CSTR:16666.11.nbsdc.tfpbwtqf}}',
      '周壮，李盛阳，吴薇，等. 天宫二号遥感图像自然景物分类数据集[DS/OL]. V1.0. 国家基础学科公共科学数据中心（2023-09-10）[2025-07-15]. https://www.nbsdc.cn/general/dataLinks/CSTR:16666.11.nbsdc.tfpbwtqf.',
    ],
    [
      '2025',
      '@preprint{k, author={方向明 and 曹迎杰}, title={元宇宙在图书馆的应用：理论研究与实践进展}, publisher={ChinaXiv}, date={2023-03-03}, urldate={2024-09-30}, url={http://www.chinaxiv.org/abs/202303.00020}}',
      '方向明，曹迎杰. 元宇宙在图书馆的应用：理论研究与实践进展[PP/OL]. ChinaXiv（2023-03-03）[2024-09-30]. http://www.chinaxiv.org/abs/202303.00020.',
    ],
    [
      '2025',
      '@article{k, author={邱均平}, title={信息计量学（二）：第二讲文献信息增长规律与应用}, journal={情报理论与实践}, year={2000}, volume={23}, number={2}, pages={153-157}, doi={10.16353/j.cnki.1000-7490.2000.02.025}}',
      '邱均平. 信息计量学（二）：第二讲文献信息增长规律与应用[J/OL]. 情报理论与实践，2000，23（2）：153-157. DOI:10.16353/j.cnki.1000-7490.2000.02.025.',
    ],
    [
      '2025',
      '@book{k, author={陈登原}, title={国史旧闻}, volume={1}, address={北京}, publisher={中华书局}, year={2000}, pages={29}}',
      '陈登原. 国史旧闻：第 1 卷[M]. 北京：中华书局，2000：29.',
    ],
  ];
  test.each(printed)('%s %s', (edition, bib, expected) => expect(format(bib, edition)).toBe(expected));
});

/** Names of § 7.1 of the standard, as printed by both. */
test.each([
  ['Williams-Ellis, Amabel', 'Williams-Ellis A', 'WILLIAMS-ELLIS A'],
  ['De Morgan, Augustus', 'De Morgan A', 'DE MORGAN A'],
  ['Godard, Jean-Luc', 'Godard J-L', 'GODARD J L'],
  ['{American Chemical Society}', 'American Chemical Society', 'American Chemical Society'],
  [
    '{Stanford University. Department of Civil Engineering}',
    'Stanford University. Department of Civil Engineering',
    'Stanford University. Department of Civil Engineering',
  ],
  ['印森林 and 吴胜和 and 李俊飞 and 冯文杰', '印森林，吴胜和，李俊飞，等', '印森林, 吴胜和, 李俊飞, 等'],
  [
    'Fordham, E. W. and Ali, Amiad and Turner, D. A. and Charters, John R.',
    'Fordham E W，Ali A，Turner D A，et al',
    'FORDHAM E W, ALI A, TURNER D A, et al',
  ],
  ['张, 三', '张三', '张三'],
  ['张 三', '张三', '张三'],
  ['李四 and others', '李四，等', '李四, 等'],
])('names: %s', (author, in2025, in2015) => {
  const bib = `@book{k, author={${author}}, title={x}, year={2020}}`;
  expect(format(bib, '2025')).toBe(`${in2025}. x[M]. 2020.`);
  expect(format(bib, '2015')).toBe(`${in2015}. x[M]. 2020.`);
});

test('a name that the library takes for parts it does not know stands as it was written', () => {
  const bib = '@book{k, author={小组=甲}, title={复盘}, address={上海}, publisher={甲社}, year={2026}}';
  expect(format(bib, '2015')).toMatch(/^小组=甲\. 复盘\[M\]/);
});
