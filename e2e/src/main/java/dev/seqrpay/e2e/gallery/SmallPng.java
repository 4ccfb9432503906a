package dev.seqrpay.e2e.gallery;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture with its 256 most frequent colours: pages have few, so a third of the size looks the same. */
final class SmallPng {
    private static final int COLOURS = 256;

    private SmallPng() {}

    static byte[] of(byte[] png) {
        try {
            ByteArrayOutputStream small = new ByteArrayOutputStream();
            ImageIO.write(reduced(ImageIO.read(new ByteArrayInputStream(png))), "png", small);
            return small.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage reduced(BufferedImage image) {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        int[] palette = palette(pixels);
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, 0);
        BufferedImage reduced = new BufferedImage(width, image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        Map<Integer, Integer> nearest = new HashMap<>();
        int[] indexes = Arrays.stream(pixels)
                .map(pixel -> nearest.computeIfAbsent(pixel, each -> nearest(palette, each)))
                .toArray();
        reduced.getRaster().setPixels(0, 0, width, image.getHeight(), indexes);
        return reduced;
    }

    private static int[] palette(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) counts.merge(pixel, 1, Integer::sum);
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static int nearest(int[] palette, int colour) {
        int best = 0;
        for (int i = 1; i < palette.length; i++)
            if (distance(palette[i], colour) < distance(palette[best], colour)) best = i;
        return best;
    }

    private static int distance(int one, int other) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int difference = (one >> shift & 255) - (other >> shift & 255);
            sum += difference * difference;
        }
        return sum;
    }
}
