package drydock.app.lesson;

import drydock.sim.script.Script;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One lesson.
///
/// @param id the name of its folder, as `01-pod`
/// @param title as `1. A Pod`
/// @param text what to do and what to see, line by line: headings begin with `## `, points with `- `
public record Lesson(String id, Path folder, String title, List<String> text, List<LessonLine> lines) {

    static final String SCRIPT = "script";

    public Lesson {
        text = List.copyOf(text);
        lines = List.copyOf(lines);
    }

    /// Reads the lesson in a folder, in the language of `locale` where it has that.
    ///
    /// @throws IOException if it cannot be read, or its script is none
    static Lesson read(Path folder, Locale locale) throws IOException {
        Path translated = folder.resolve("README." + locale.toLanguageTag() + ".md");
        Path chinese = folder.resolve("README.zh-CN.md");
        Path page = Files.exists(translated)
                ? translated
                : locale.getLanguage().equals("zh") && Files.exists(chinese) ? chinese : folder.resolve("README.md");
        List<String> text = Files.readAllLines(page);
        String id = folder.getFileName().toString();
        try {
            return new Lesson(
                    id,
                    folder,
                    text.stream()
                            .findFirst()
                            .map(line -> line.replaceFirst("^#+ *", ""))
                            .orElse(id),
                    text.stream().skip(1).filter(line -> !line.isBlank()).toList(),
                    LessonLine.of(Files.readString(folder.resolve(SCRIPT))));
        } catch (Script.BadLineException wrong) {
            throw new IOException(folder.resolve(SCRIPT) + ":" + wrong.line() + ": " + wrong.getMessage(), wrong);
        }
    }

    /// The lessons in the folders of `shelf`, in order; those that cannot be read are left out.
    static List<Lesson> all(Path shelf, Locale locale) {
        try (Stream<Path> folders = Files.list(shelf)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(SCRIPT)))
                    .sorted()
                    .flatMap(folder -> {
                        try {
                            return Stream.of(read(folder, locale));
                        } catch (IOException unreadable) {
                            return Stream.empty();
                        }
                    })
                    .toList();
        } catch (IOException none) {
            return List.of();
        }
    }
}
