/// Writes scenes as PDF: lines and areas as vectors, and text that can be selected, with just the glyphs that it needs.
/// The only package that may use PDFBox.
/// Used by the window's export and by the command line.
@NullMarked
package drydock.render.export.pdf;

import org.jspecify.annotations.NullMarked;
