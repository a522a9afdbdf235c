/** So many objects a stream: fewer compress worse, and a reader unpacks the whole of one to get at any of them. */
const objectsPerStream = 200;

/**
 * The same PDF with its objects packed into compressed streams (PDF 1.5). Typst writes each of them plainly, and a
 * tagged report has a structure element for every line: ten thousand and more. Numbers, strings and streams stay as
 * they are. The same input gives the same bytes; what cannot be read is returned as it came.
 */
export async function packObjects(pdf: Uint8Array): Promise<Uint8Array> {
  // Loaded here, since checking a course imports printing too and packs nothing.
  const { PDFParser, PDFStreamWriter } = await import('@pdfme/pdf-lib');
  try {
    const context = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument();
    const writer = PDFStreamWriter.forContext(context, Number.POSITIVE_INFINITY, true, objectsPerStream);
    const packed = await writer.serializeToBuffer();
    return packed.length < pdf.length ? packed : pdf;
  } catch {
    return pdf;
  }
}
