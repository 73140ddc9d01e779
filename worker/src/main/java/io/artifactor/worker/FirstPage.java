package io.artifactor.worker;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first page of a PDF as a picture. */
final class FirstPage implements Maker {

    private static final int LONGEST_SIDE = 1024;

    @Override
    public Answer make(Job job) throws IOException {
        try (PDDocument document =
                Loader.loadPDF(job.file().toFile(), "", IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() == 0) {
                throw new Refused(Refused.DAMAGED);
            }
            PDRectangle box = document.getPage(0).getCropBox();
            float longest = Math.max(box.getWidth(), box.getHeight());
            if (!(longest > 0)) {
                throw new Refused(Refused.DAMAGED);
            }
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            return Pictures.png(
                    renderer.renderImage(0, LONGEST_SIDE / longest, ImageType.RGB), LONGEST_SIDE);
        }
    }
}
