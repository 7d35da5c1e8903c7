package drydock.app.lesson;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the lessons are: in the folder that the program's start script names, else in that of the sources.
final class LessonShelf {

    private static final String PROPERTY = "drydock.lessons";

    private LessonShelf() {}

    /// The folder of the lessons; empty if there is none.
    static Optional<Path> find() {
        String told = System.getProperty(PROPERTY);
        if (told != null) {
            return Optional.of(Path.of(told)).filter(Files::isDirectory);
        }
        return Stream.iterate(
                        Optional.ofNullable(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        folder -> folder.map(Path::getParent))
                .flatMap(Optional::stream)
                .map(folder -> folder.resolve("sample-projects").resolve("lessons"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
