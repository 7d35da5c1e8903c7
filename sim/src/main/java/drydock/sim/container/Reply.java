package drydock.sim.container;

/// An answer: of HTTP its status and its body, of other schemes 200 and the text, or 400 and what is wrong.
public record Reply(int status, String body) {

    private static final int AS_IT_IS = 0;
    private static final int HANGS_UP = -1;

    /// What goes back over a bare connection just as it is; a character is a byte.
    static Reply bytes(String text) {
        return new Reply(AS_IT_IS, text);
    }

    /// The server ends the connection without a word: it does not know the language.
    static Reply hangUp() {
        return new Reply(HANGS_UP, "");
    }

    /// Whether the body goes back as it is.
    public boolean isBytes() {
        return status == AS_IT_IS;
    }

    /// Whether the connection ends.
    public boolean hangsUp() {
        return status == HANGS_UP;
    }

    public static Reply ok(String body) {
        return new Reply(200, body);
    }

    /// What HTTP calls the status.
    public String phrase() {
        return switch (status) {
            case 200 -> "OK";
            case 201 -> "Created";
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 304 -> "Not Modified";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Temporarily Unavailable";
            case 504 -> "Gateway Time-out";
            default -> "Status " + status;
        };
    }
}
