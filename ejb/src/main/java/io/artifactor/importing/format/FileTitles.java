package io.artifactor.importing.format;

/** Titles made of file names. */
final class FileTitles {

    private static final int MAX = 200;

    private FileTitles() {}

    /** The name without folders and ending. */
    static String of(String fileName) {
        String name = lastStep(fileName);
        int dot = name.lastIndexOf('.');
        return printable(dot > 0 ? name.substring(0, dot) : name);
    }

    /** The name without folders. */
    static String lastStep(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    /** Something that can be shown, whatever the text holds; never empty. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(MAX)
                .map(c -> isPrintable(c) ? c : '\uFFFD')
                .forEach(shown::appendCodePoint);
        return shown.isEmpty() ? "(no name)" : shown.toString();
    }

    static boolean isPrintable(int c) {
        int type = Character.getType(c);
        return !Character.isISOControl(c)
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
