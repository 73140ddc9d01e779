package io.artifactor.worker;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Pictures as small PNGs. */
final class Pictures {

    private Pictures() {}

    /** The picture, made smaller where one of its sides is longer than that. */
    static Answer png(BufferedImage picture, int longest) throws IOException {
        double scale =
                Math.min(1.0, (double) longest / Math.max(picture.getWidth(), picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = small.createGraphics();
        try {
            pen.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(picture, 0, 0, width, height, null);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(small, "png", bytes);
        return Answer.ready("image/png", bytes.toByteArray());
    }
}
