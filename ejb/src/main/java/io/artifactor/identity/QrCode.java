package io.artifactor.identity;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a QR code: black on white in any theme, or cameras do not read it. */
final class QrCode {

    /** So many modules around it stay white, says the standard. */
    private static final int MARGIN = 4;

    private QrCode() {}

    static String svg(String text) {
        ByteMatrix matrix = matrix(text);
        int size = matrix.getWidth() + 2 * MARGIN;
        StringBuilder dark = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y) == 1) {
                    dark.append("M%d %dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <rect width="%1$d" height="%1$d" fill="#fff"/><path d="%2$s" fill="#000"/></svg>\
        """
                .formatted(size, dark);
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("The text is too long for a QR code", e);
        }
    }
}
