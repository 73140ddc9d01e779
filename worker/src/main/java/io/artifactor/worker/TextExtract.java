package io.artifactor.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.exception.WriteLimitReachedException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/**
 * The words of a document, as far as the limit goes. Nothing of Tika that starts programs is on:
 * tika.xml leaves it out.
 */
final class TextExtract implements Maker {

    /** A character takes up to three bytes in UTF-8, and the result must hold them. */
    private static final int MOST_CHARACTERS = 1_000_000;

    private static final class Configuration {
        static final TikaConfig TIKA = load();
    }

    static AutoDetectParser parser() {
        return new AutoDetectParser(Configuration.TIKA);
    }

    @Override
    public Answer make(Job job) throws IOException {
        int most = Math.min(MOST_CHARACTERS, job.mostBytes() / 3);
        BodyContentHandler words = new BodyContentHandler(most);
        Metadata metadata = new Metadata();
        metadata.set(HttpHeaders.CONTENT_TYPE, job.mediaType());
        AutoDetectParser parser = parser();
        try (TikaInputStream in = TikaInputStream.get(job.file())) {
            parser.parse(in, words, metadata, context(parser));
        } catch (SAXException | TikaException e) {
            if (!WriteLimitReachedException.isWriteLimitReached(e)) {
                throw new IOException(e);
            }
        }
        String text = words.toString().replace('\0', ' ').strip();
        return Answer.ready("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static ParseContext context(Parser parser) {
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractInlineImages(false);
        context.set(PDFParserConfig.class, pdf);
        return context;
    }

    private static TikaConfig load() {
        try (InputStream in = TextExtract.class.getResourceAsStream("tika.xml")) {
            return new TikaConfig(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | TikaException e) {
            throw new IllegalStateException("tika.xml is wrong", e);
        }
    }
}
