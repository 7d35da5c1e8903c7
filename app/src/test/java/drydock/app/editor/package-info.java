/// Tests of the text editor.
@NullMarked
package drydock.app.editor;

import org.jspecify.annotations.NullMarked;
