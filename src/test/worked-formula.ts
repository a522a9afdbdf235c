/** Works out `(4.82759% − 2.5%) ÷ 2.5% × 100%` from its text, as a reader with a pocket calculator would: other code than the product's. */

interface Worked {
  value: number;
  /** All numbers in it. */
  inputs: number[];
}

/** 48% and 48 个百分点 are 0.48, and so is the result of a formula in either. */
export function workOut(text: string): Worked {
  const inputs: number[] = [];
  const plain = text
    .replaceAll(/([\d,]+(?:\.\d+)?) ?(%|个百分点|pp)?/g, (_, digits: string, percent?: string) => {
      const number = Number(digits.replaceAll(',', '')) / (percent ? 100 : 1);
      inputs.push(number);
      return number.toFixed(12);
    })
    .replaceAll('−', '-')
    .replaceAll('×', '*')
    .replaceAll('÷', '/')
    // What is left beside numbers, signs and brackets is a unit.
    .replaceAll(/[^\d.+\-*/() ]+(?:\/[^\d.+\-*/() ]+)?/g, '');
  return { value: evaluate(plain), inputs };
}

/** Sums of products of factors, by recursive descent. */
function evaluate(text: string): number {
  const tokens = text.match(/\d+(?:\.\d+)?|[-+*/()]/g) ?? [];
  let at = 0;
  const readFactor = (): number => {
    const token = tokens[at++];
    if (token === '-') return -readFactor();
    if (token !== '(') return Number(token);
    const inner = readSum();
    at++;
    return inner;
  };
  const readProduct = (): number => {
    let product = readFactor();
    while (tokens[at] === '*' || tokens[at] === '/')
      product = tokens[at++] === '*' ? product * readFactor() : product / readFactor();
    return product;
  };
  const readSum = (): number => {
    let sum = readProduct();
    while (tokens[at] === '+' || tokens[at] === '-')
      sum = tokens[at++] === '+' ? sum + readProduct() : sum - readProduct();
    return sum;
  };
  return readSum();
}
