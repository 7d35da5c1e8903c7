package drydock.app.editor;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// A text that can be taken away from a search that goes on too long, as some regular expressions do.
///
/// @param stopped whether reading it fails from now on
record StoppableText(CharSequence text, BooleanSupplier stopped) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    /// @throws CancellationException once it is stopped
    @Override
    public char charAt(int index) {
        if (stopped.getAsBoolean()) {
            throw new CancellationException();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
