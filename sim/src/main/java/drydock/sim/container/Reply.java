package drydock.sim.container;

/// An answer: of HTTP its status and its body, of other schemes 200 and the text, or 400 and what is wrong.
public record Reply(int status, String body) {

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
