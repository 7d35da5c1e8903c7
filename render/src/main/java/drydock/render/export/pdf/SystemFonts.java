package drydock.render.export.pdf;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.autodetect.FontFileFinder;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/// The fonts of the system, for what Drydock's own lack; those for Chinese first. Each is opened only when no font
/// before it has a character.
final class SystemFonts {

    /// Fonts that are asked before all others, by their file and the font in it.
    private static final List<Known> KNOWN = List.of(
            new Known("notosanscjk-regular.ttc", "NotoSansCJKsc-Regular"),
            new Known("notosanscjksc-regular.otf", ""),
            new Known("notosanssc-regular", ""),
            new Known("sourcehansanssc-regular.otf", ""),
            new Known("sourcehansans.ttc", "SourceHanSansSC-Regular"),
            new Known("msyh.ttc", "MicrosoftYaHei"),
            new Known("pingfang.ttc", "PingFangSC-Regular"),
            new Known("stheiti light.ttc", "STHeitiSC-Light"),
            new Known("hiragino sans gb.ttc", "HiraginoSansGB-W3"),
            new Known("wqy-microhei.ttc", "WenQuanYiMicroHei"),
            new Known("wqy-zenhei.ttc", "WenQuanYiZenHei"),
            new Known("simhei.ttf", ""),
            new Known("simsun.ttc", "SimSun"),
            new Known("droidsansfallback", ""),
            new Known("notosans-regular.ttf", ""),
            new Known("dejavusans.ttf", ""),
            new Known("segoeui.ttf", ""),
            new Known("seguisym.ttf", ""),
            new Known("arial unicode.ttf", ""));

    private final List<FontFile> opened = new ArrayList<>();
    private final Iterator<Path> unopened;

    private record Known(String file, String font) {
        boolean is(Path path) {
            return lower(path).startsWith(file);
        }
    }

    /// @param files of fonts, in any order
    SystemFonts(List<Path> files) {
        this.unopened = files.stream()
                .sorted(Comparator.comparingInt(SystemFonts::rank).thenComparing(Path::toString))
                .iterator();
    }

    /// Those of this machine.
    static SystemFonts here() {
        return new SystemFonts(new FontFileFinder()
                .find().stream().map(URI::getPath).map(Path::of).toList());
    }

    /// The first font that has the character.
    Optional<FontFile> with(int codePoint) {
        Optional<FontFile> known =
                opened.stream().filter(font -> font.has(codePoint)).findFirst();
        while (known.isEmpty() && unopened.hasNext()) {
            known = open(unopened.next()).filter(font -> font.has(codePoint));
        }
        return known;
    }

    private Optional<FontFile> open(Path file) {
        try {
            Optional<TrueTypeFont> font = read(file);
            Optional<FontFile> usable = font.isPresent() ? FontFile.of(font.get()) : Optional.empty();
            usable.ifPresent(opened::add);
            return usable;
        } catch (IOException | RuntimeException broken) {
            // a font that cannot be read is as good as none
            return Optional.empty();
        }
    }

    private static Optional<TrueTypeFont> read(Path file) throws IOException {
        String name = lower(file);
        if (name.endsWith(".ttc") || name.endsWith(".otc")) {
            return Optional.ofNullable(collected(file.toFile()));
        }
        if (name.endsWith(".otf") || name.endsWith(".ttf")) {
            RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(file.toFile());
            return Optional.of(name.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes));
        }
        return Optional.empty();
    }

    private static TrueTypeFont collected(File file) throws IOException {
        TrueTypeCollection collection = new TrueTypeCollection(file);
        int known = rank(file.toPath());
        if (known < KNOWN.size()) {
            return collection.getFontByName(KNOWN.get(known).font());
        }
        List<TrueTypeFont> fonts = new ArrayList<>();
        collection.processAllFonts(fonts::add);
        return fonts.getFirst();
    }

    private static int rank(Path file) {
        for (int i = 0; i < KNOWN.size(); i++) {
            if (KNOWN.get(i).is(file)) {
                return i;
            }
        }
        return KNOWN.size();
    }

    private static String lower(Path file) {
        return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    }
}
