package io.artifactor.worker;

import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A picture made small; only as many of its points are read as that takes. */
final class Thumbnail implements Maker {

    private static final int LONGEST_SIDE = 512;
    private static final long MOST_POINTS = 64_000_000;
    private static final int LONGEST_READ = 30_000;

    @Override
    public Answer make(Job job) throws IOException {
        ImageIO.setUseCache(false);
        try (ImageInputStream in = ImageIO.createImageInputStream(job.file().toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new Refused(Refused.UNSUPPORTED);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Pictures.png(reader.read(0, fewer(reader)), LONGEST_SIDE);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Looks at the size before anything is made room for. */
    private static ImageReadParam fewer(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        int longest = Math.max(width, height);
        if (longest > LONGEST_READ || (long) width * height > MOST_POINTS) {
            throw new Refused(Refused.TOO_LARGE);
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        int step = Math.max(1, longest / (2 * LONGEST_SIDE));
        parameters.setSourceSubsampling(step, step, 0, 0);
        return parameters;
    }
}
