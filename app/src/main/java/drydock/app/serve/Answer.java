package drydock.app.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The answer to a [Request], as HTTP/1.1 writes it.
///
/// @param bodiless whether the client wants the head only
record Answer(OutputStream out, boolean bodiless) {

    /// No more than a status.
    void empty(int status) throws IOException {
        head(status, "Content-Length: 0\r\n");
        out.flush();
    }

    void whole(int status, String type, byte[] body) throws IOException {
        head(status, "Content-Type: " + type + "\r\nContent-Length: " + body.length + "\r\n");
        if (!bodiless) {
            out.write(body);
        }
        out.flush();
    }

    /// Begins an answer that goes on in chunks.
    void begin(String type) throws IOException {
        head(200, "Content-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n");
        out.flush();
    }

    void chunk(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0 && !bodiless) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            out.write(bytes);
            out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    void end() throws IOException {
        if (!bodiless) {
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    void head(int status, String headers) throws IOException {
        out.write(("HTTP/1.1 " + status + " " + phrase(status) + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String phrase(int status) {
        return switch (status) {
            case 101 -> "Switching Protocols";
            case 200 -> "OK";
            case 201 -> "Created";
            case 400 -> "Bad Request";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 422 -> "Unprocessable Entity";
            case 500 -> "Internal Server Error";
            default -> "Status";
        };
    }
}
