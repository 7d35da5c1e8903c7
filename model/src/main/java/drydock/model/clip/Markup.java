package drydock.model.clip;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The source of a web page as the text that it shows.
final class Markup {

    private static final Pattern TAG =
            Pattern.compile("</?(pre|code|span|div|p|br|a|h\\d|li|ul|ol|td|tr|table)\\b[^>]*>");
    private static final Pattern NEW_LINE = Pattern.compile("<(br|/p|/pre|/div|/li|/h\\d|/tr|pre)\\b[^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|apos|nbsp|#\\d{1,6}|#x[0-9a-fA-F]{1,5});");

    private Markup() {}

    /// `text` without tags and with the characters that entities stand for; as it is where it has no tags.
    static String text(String text) {
        if (!TAG.matcher(text).find()) {
            return text;
        }
        String lines = NEW_LINE.matcher(text).replaceAll("\n");
        String bare = TAG.matcher(lines).replaceAll("");
        return ENTITY.matcher(bare).replaceAll(entity -> Matcher.quoteReplacement(character(entity)));
    }

    private static String character(MatchResult entity) {
        String name = entity.group(1);
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> numbered(name);
        };
    }

    private static String numbered(String name) {
        int code =
                name.startsWith("#x") ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
