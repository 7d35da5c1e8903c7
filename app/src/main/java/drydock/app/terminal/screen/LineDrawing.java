package drydock.app.terminal.screen;

/// The characters for lines and corners that old programs switch to (`DEC Special Graphics`).
final class LineDrawing {

    private static final String FROM = "`afgijklmnopqrstuvwxyz{|}~";
    private static final String TO = "◆▒°±␤┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";

    private LineDrawing() {}

    static int of(char c) {
        int at = FROM.indexOf(c);
        return at < 0 ? c : TO.charAt(at);
    }
}
