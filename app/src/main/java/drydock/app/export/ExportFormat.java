package drydock.app.export;

/// What can be exported.
enum ExportFormat {
    SVG("svg"),
    PNG("png"),
    PDF("pdf"),
    ONE_FILE("yaml"),
    MANY_FILES(""),
    MERMAID("mmd"),
    DOT("dot");

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /// Of the file, without the dot; empty where a folder is written.
    String extension() {
        return extension;
    }

    boolean isPicture() {
        return this == SVG || this == PNG || this == PDF;
    }
}
